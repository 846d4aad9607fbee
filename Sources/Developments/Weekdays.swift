internal import Notation

/// The names of the days of the week, as far as undated articles need them.
enum Weekdays {
    /// Returns the days that a text's beginning names, 0 for Monday, each once.
    static func named(in text: String) -> [Int] {
        FoldedWords.scan(text, limit: 400).compactMap { days[$0.text] }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Returns the first such day of the week from a date on.
    static func day(_ weekday: Int, from date: CalendarDate) -> CalendarDate {
        date.adding(days: (weekday - date.weekday + 7) % 7)
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
