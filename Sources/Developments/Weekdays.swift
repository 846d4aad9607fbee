/// The names of the days of the week, as far as undated articles need them.
enum Weekdays {
    /// Returns the first day that a text names, 0 for Monday; nil when it names none.
    static func first(in text: String) -> Int? {
        for word in FoldedWords.scan(text, limit: 400) {
            if let day = days[word.text] { return day }
        }
        return nil
    }

    private static let days: [String: Int] = {
        let names = [
            "monday tuesday wednesday thursday friday saturday sunday",
            "montag dienstag mittwoch donnerstag freitag samstag sonntag",
            "lundi mardi mercredi jeudi vendredi samedi dimanche",
            "lunes martes miercoles jueves viernes sabado domingo",
            "pazartesi sali carsamba persembe cuma cumartesi pazar",
        ]
        var days: [String: Int] = [:]
        for row in names {
            for (day, name) in row.split(separator: " ").enumerated() { days[String(name)] = day }
        }
        return days
    }()
}
