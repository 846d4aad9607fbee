/// A stretch of tokens that names an actor, a place or a person.
struct Mention {
    /// The tokens, from first to last.
    var first: Int
    var last: Int
    /// The code that it stands for; empty for none.
    var code: String
    /// Whether it can act alone, as a name, a person or an office can, and "Iranian" before a noun cannot.
    var isStrong: Bool
    /// Whether it is a mere place: a town, or a capital after "in".
    var isPlace: Bool
    /// Whether it names a border: a place, and yet whom troops there face.
    var isBorder = false
    /// Whether `'s` follows.
    var isPossessive: Bool
    /// What stands before it.
    var governed: Cue
    /// The word before it, for the rules that need the very preposition.
    var preposition: Int32
    /// The lexicon's entity, -1 for none.
    var entity: Int32
    /// The person in the article's register, -1 for none.
    var person: Int
    /// The office, -1 for none.
    var office: Int32
}

/// The persons of an article, title and body together.
struct PersonRegister {
    struct Record {
        var person: Person
        var surname: UInt64
        var names: Set<UInt64>
        var count: Int
    }

    /// The day of publication, `YYYY-MM-DD`, which tells who held which office; empty when unknown.
    let day: String
    private(set) var records: [Record] = []
    /// The codes named so far.
    var codes: Set<String> = []
    private var byEntity: [Int32: Int] = [:]
    private var bySurname: [UInt64: Int] = [:]

    init(day: String) { self.day = day }

    /// Returns the person whose surname has a hash, as long as one was introduced by full name or office.
    func person(surname: UInt64) -> Int? { bySurname[surname] }

    func contains(entity: Int32) -> Bool { byEntity[entity] != nil }

    mutating func add(entity: Int32, _ known: Entity, written: String, surname: UInt64, office: String) -> Int {
        if let index = byEntity[entity] {
            note(index, written: written)
            if !known.isKnown(as: office) { records[index].person.office = office }
            return index
        }
        let standing = known.standing(on: day)
        let person = Person(
            id: known.id, name: known.name, asWritten: [written],
            office: known.isKnown(as: office) ? standing.office : office, country: standing.country)
        records.append(Record(person: person, surname: surname, names: [], count: 1))
        byEntity[entity] = records.count - 1
        bySurname[surname] = records.count - 1
        return records.count - 1
    }

    mutating func add(
        name: String, written: String, surname: UInt64, names: Set<UInt64>, office: String, country: String
    ) -> Int {
        if let index = bySurname[surname], records[index].person.id.isEmpty || names.count == 1 {
            note(index, written: written, office: office)
            if records[index].person.name.utf8.count < name.utf8.count, records[index].person.id.isEmpty {
                records[index].person.name = name
            }
            if records[index].person.country.isEmpty { records[index].person.country = country }
            return index
        }
        records.append(
            Record(
                person: Person(name: name, asWritten: [written], office: office, country: country), surname: surname,
                names: names,
                count: 1))
        bySurname[surname] = records.count - 1
        return records.count - 1
    }

    mutating func note(_ index: Int, written: String, office: String = "") {
        records[index].count += 1
        if !records[index].person.asWritten.contains(written) { records[index].person.asWritten.append(written) }
        if !office.isEmpty, records[index].person.office.isEmpty { records[index].person.office = office }
    }

    /// Whether the lexicon knows a person.
    func isKnown(_ index: Int) -> Bool { !records[index].person.id.isEmpty }

    mutating func setCountry(_ index: Int, _ country: String) { records[index].person.country = country }
}
