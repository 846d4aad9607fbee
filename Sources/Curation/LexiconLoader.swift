internal import Foundation
internal import Notation

/// Builds a lexicon from its files.
struct LexiconLoader {
    private(set) var lexicon = LexiconContents()
    private var inflection = VerbInflection()
    private var tokenizer = Tokenizer(vocabulary: Vocabulary())

    mutating func load(folder: URL, reader: URL) throws(LexiconError) {
        lexicon.words = KnownWords { lexicon.vocabulary.add($0.utf8) }
        for row in try LexiconRow.rows(folder, "irregular") { inflection.add(row.fields) }
        for row in try LexiconRow.rows(folder, "nouns") { try addNoun(row) }
        for row in try LexiconRow.rows(folder, "verbs") { try addVerbs(row) }
        for row in try LexiconRow.rows(folder, "cues") { try addCue(row) }
        for row in try LexiconRow.rows(folder, "offices") { try addOffice(row) }
        for row in try LexiconRow.rows(folder, "topics") { addTopic(row) }
        for row in try LexiconRow.rows(folder, "vetoes") { addVeto(row) }
        for file in ["countries", "governments", "places", "organisations", "persons", "others"] {
            for row in try LexiconRow.rows(folder, file) { try addEntity(row, language: "") }
        }
        for language in ["ar", "de", "es", "fa", "fr", "pt", "ru", "tr"] {
            for row in try LexiconRow.rows(folder, "names.\(language)") { try addEntity(row, language: language) }
        }
        for row in try LexiconRow.rows(folder, "acts") { try addForeignAct(row) }
        for row in try LexiconRow.rows(reader, "weights") { try addWeight(row) }
        for row in try LexiconRow.rows(reader, "lines") { try lexicon.lines.add(row) }
    }

    /// Lays a desk's entity files over the lexicon: rows like ours; an alias with a leading `-` is taken away.
    mutating func lay(over folder: URL) throws(LexiconError) {
        for row in try LexiconRow.desk(folder) { try addEntity(row, language: "", isOverlay: true) }
        lexicon.ownLabels = try Lexicon.ownLabels(folder)
    }

    // MARK: Words

    /// The numbers of a phrase's words, adding those that are new.
    private mutating func numbers(_ phrase: some StringProtocol) -> (words: [Int32], tokens: [Token]) {
        let text = String(phrase)
        let tokens = tokenizer.tokens(of: text).filter { $0.isWord && !$0.isPossessive }
        return (tokens.map { lexicon.vocabulary.add(hash: $0.hash) }, tokens)
    }

    private mutating func addGrammar(_ phrase: some StringProtocol, _ entry: GrammarEntry) {
        lexicon.grammar.append(entry)
        lexicon.grammarPhrases.insert(numbers(phrase).words, Int32(lexicon.grammar.count - 1))
    }

    /// Adds a verb phrase in every form of its first word.
    private mutating func addInflected(_ phrase: some StringProtocol, _ entry: (VerbForm) -> GrammarEntry) {
        let words = phrase.split(separator: " ", maxSplits: 1)
        guard let first = words.first else { return }
        let rest = words.count > 1 ? " " + words[1] : ""
        for (word, form) in inflection.forms(of: String(first)) { addGrammar(word + rest, entry(form)) }
    }

    // MARK: Files

    private mutating func nounClass(_ name: String) -> Int {
        if let index = lexicon.nounClasses.firstIndex(of: name) { return index }
        lexicon.nounClasses.append(name)
        return lexicon.nounClasses.count - 1
    }

    private func type(_ name: some StringProtocol, _ row: LexiconRow) throws(LexiconError) -> EventType? {
        if name == "-" || name.isEmpty { return nil }
        guard let type = EventType(rawValue: String(name)) else { throw row.error("\(name) is no event type") }
        return type
    }

    private mutating func addNoun(_ row: LexiconRow) throws(LexiconError) {
        let noun = ActNoun(
            nounClass: nounClass(row.field(1)), type: try type(row.field(2), row), mode: row.mode(3),
            isLight: ["money", "goods", "measure"].contains(row.field(1)))
        lexicon.nouns.append(noun)
        for phrase in row.spellings { addGrammar(phrase, .noun(Int32(lexicon.nouns.count - 1))) }
    }

    private mutating func addVerbs(_ row: LexiconRow) throws(LexiconError) {
        var objects: [Int: VerbFrame.Act] = [:]
        for pair in row.field(3).split(separator: " ") {
            let parts = pair.split(separator: "=")
            guard parts.count == 2 else { throw row.error("\(pair) is not class=TYPE:mode") }
            let act = parts[1].split(separator: ":")
            let type = act[0] == "*" ? nil : try type(act[0], row)
            let mode = act[0] == "-" ? "-" : (act.count > 1 ? String(act[1]) : "")
            objects[nounClass(String(parts[0]))] = VerbFrame.Act(type: type, mode: mode)
        }
        for lemma in row.spellings {
            let frame = VerbFrame(
                lemma: String(lemma), type: try type(row.field(1), row), mode: row.mode(2), objects: objects,
                takesEffect: row.field(0).hasPrefix("take effect"))
            lexicon.verbFrames.append(frame)
            let index = Int32(lexicon.verbFrames.count - 1)
            addInflected(lemma) { .verb(index, $0) }
        }
    }

    private mutating func addForeignAct(_ row: LexiconRow) throws(LexiconError) {
        guard let type = try type(row.field(2), row) else { throw row.error("no event type") }
        let modality = Modality(rawValue: row.field(4)) ?? .occurred
        lexicon.foreignActs.append(
            ForeignAct(language: row.field(0), type: type, mode: row.mode(3), modality: modality))
        for phrase in row.field(1).split(separator: "|") {
            lexicon.actPhrases.insert(numbers(phrase).words, Int32(lexicon.foreignActs.count - 1))
        }
    }

    private mutating func addCue(_ row: LexiconRow) throws(LexiconError) {
        guard let cue = Cue(name: row.field(1)) else { throw row.error("\(row.field(1)) is no cue") }
        for phrase in row.spellings {
            if phrase.hasPrefix("v:") {
                addInflected(phrase.dropFirst(2)) { .cue(cue, $0) }
            } else {
                addGrammar(phrase, .cue(cue, []))
            }
        }
    }

    private mutating func addOffice(_ row: LexiconRow) throws(LexiconError) {
        guard let rank = Office.Rank(rawValue: row.field(2)) else { throw row.error("\(row.field(2)) is no rank") }
        lexicon.offices.append(Office(name: row.field(1), rank: rank))
        for phrase in row.spellings {
            lexicon.officePhrases.insert(numbers(phrase).words, Int32(lexicon.offices.count - 1))
        }
    }

    private mutating func addSubject(_ phrase: some StringProtocol, _ subject: Subject) {
        lexicon.subjects.append(subject)
        lexicon.subjectPhrases.insert(numbers(phrase).words, Int32(lexicon.subjects.count - 1))
    }

    private mutating func addTopic(_ row: LexiconRow) {
        lexicon.topics.append(row.field(0))
        let topic = lexicon.topics.count - 1
        for (field, weight) in [(1, 2.0), (2, 0.7)] {
            for phrase in row.field(field).split(separator: "|") {
                addSubject(phrase, Subject(topic: topic, veto: nil, weight: weight))
            }
        }
    }

    private mutating func addVeto(_ row: LexiconRow) {
        lexicon.vetoes.append(row.field(1))
        let veto = lexicon.vetoes.count - 1
        for phrase in row.spellings {
            addSubject(phrase, Subject(topic: nil, veto: veto, weight: 1))
        }
    }

    private mutating func addEntity(
        _ row: LexiconRow, language: String, isOverlay: Bool = false
    ) throws(LexiconError) {
        guard let kind = Entity.Kind(rawValue: row.field(2)) else {
            throw row.error("\(row.field(2)) is no type of entity")
        }
        let spellings = row.spellings
        guard let first = spellings.first else { throw row.error("no alias") }
        if first.utf8.first == UInt8(ascii: "-") {
            for spelling in spellings { suppress(spelling.drop { $0 == "-" }, id: row.field(1)) }
            return
        }
        let (index, isNew) = number(of: row, kind: kind, name: first)
        if kind == .person, language.isEmpty {
            let term = Term(role: row.field(4), country: row.field(3), from: row.field(5), to: row.field(6))
            // A desk's own row outranks ours for the same days.
            lexicon.entities[Int(index)].terms.insert(
                term, at: isOverlay ? 0 : lexicon.entities[Int(index)].terms.count)
        }
        // A further row, as of another office or language, may repeat the name.
        for spelling in spellings where isNew || spelling != lexicon.entities[Int(index)].name {
            add(spelling, for: index, language: language)
        }
        if [.country, .adjective, .capital].contains(kind) {
            let code = row.field(3)
            lexicon.stateNames += spellings.map { StateName(name: String($0.drop { $0 == "~" }), code: code) }
        }
    }

    /// The number of the entity that a row tells of, which is made when it is new.
    private mutating func number(
        of row: LexiconRow, kind: Entity.Kind, name: Substring
    ) -> (index: Int32, isNew: Bool) {
        let isOneOfMany = kind == .adjective || kind == .capital || kind == .government
        if !isOneOfMany, let known = lexicon.identifiers[row.field(1)] { return (known, false) }
        lexicon.entities.append(
            Entity(name: String(name), id: row.field(1), kind: kind, country: row.field(3), role: row.field(4)))
        let index = Int32(lexicon.entities.count - 1)
        if !isOneOfMany { lexicon.identifiers[row.field(1)] = index }
        return (index, true)
    }

    private mutating func add(_ spelling: Substring, for entity: Int32, language: String) {
        let isWeak = spelling.utf8.first == UInt8(ascii: "~")
        let (words, tokens) = numbers(isWeak ? spelling.dropFirst() : spelling)
        guard let first = tokens.first else { return }
        let isShort = tokens.count == 1 && first.shape == .upper && words.count == 1
        let needs: Alias.Case = isShort ? .upper : (first.shape == .capital || first.shape == .upper ? .capital : .any)
        lexicon.aliases.append(Alias(entity: entity, needs: needs, isWeak: isWeak, language: language))
        lexicon.entityPhrases.insert(words, Int32(lexicon.aliases.count - 1))
    }

    private mutating func suppress(_ spelling: Substring, id: String) {
        let words = numbers(spelling).words
        let (aliases, entities) = (lexicon.aliases, lexicon.entities)
        lexicon.entityPhrases.remove(words) { id.isEmpty || entities[Int(aliases[Int($0)].entity)].id == id }
    }

    private mutating func addWeight(_ row: LexiconRow) throws(LexiconError) {
        guard lexicon.model.add(row.field(0), row.field(1)) else { throw row.error("\(row.field(1)) are no weights") }
    }
}
