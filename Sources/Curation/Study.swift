internal import Notation

/// One article read through: title and body with their mentions, persons, events.
struct Study {
    let lexicon: LexiconTables
    let language: String
    let title: Reading
    let body: Reading
    let register: PersonRegister
    let coded: EventCoder.Result
    let topics: [String]

    init(_ article: ArticleText, lexicon: LexiconTables) {
        self.lexicon = lexicon
        let declared = article.language.flatMap {
            $0.isEmpty ? nil : String($0.prefix { $0 != "-" && $0 != "_" }).lowercased()
        }
        language = declared ?? LanguageDetection.language(of: article.text.isEmpty ? article.title : article.text) ?? ""
        var tokenizer = Tokenizer(vocabulary: lexicon.vocabulary)
        let titleRead = Reading(
            article.title, lexicon: lexicon, language: language, isTitle: true, tokenizer: &tokenizer)
        let bodyRead = Reading(
            article.text, lexicon: lexicon, language: language, isTitle: false, tokenizer: &tokenizer)
        let published = article.published.map { $0.date(offset: article.offset) }
        var register = PersonRegister(day: published?.description ?? "")
        let home = Self.home(of: bodyRead, titleRead, lexicon)
        let body = MentionFinder.find(in: bodyRead, register: &register, home: home)
        let title = MentionFinder.find(in: titleRead, register: &register, home: home)
        DefiniteOffices(title: title, body: body, lexicon: lexicon).resolve(&register)
        self.title = title
        self.body = body
        self.register = register
        coded = EventCoder(
            lexicon: lexicon, title: title, body: body, register: register, anchor: published ?? Self.datelineDay(body),
            pair: EventCoder.pair(of: title)
        ).code()
        topics = Self.topics(of: title, body, coded.told.prefix(12), lexicon)
    }

    /// What the rules read that speaks for or against relevance.
    func features() -> [Feature] {
        let opening = coded.told.prefix { $0.sentence.tokens.lowerBound < FeatureReader.window }
        let topics = Self.topics(of: title, body, opening, lexicon)
        return FeatureReader(lexicon: lexicon, title: title, body: body, coded: coded, topics: topics).features()
    }

    /// The state that an office without one belongs to: that of the dateline's town, else the first state that acts in
    /// title or body, else the first state named.
    private static func home(of body: Reading, _ title: Reading, _ lexicon: LexiconTables) -> String {
        let dateline = body.sentences.first.map { $0.tokens.lowerBound..<$0.bodyStart } ?? 0..<0
        let head = 0..<min(60, body.tokens.count)
        return state(in: body, dateline, lexicon, anywhere: true)
            ?? state(in: title, 0..<title.tokens.count, lexicon, anywhere: false)
            ?? state(in: body, head, lexicon, anywhere: false) ?? state(in: body, head, lexicon, anywhere: true)
            ?? state(in: title, 0..<title.tokens.count, lexicon, anywhere: true) ?? ""
    }

    /// The first state named in a range; where it must act, one that does not stand after a preposition or a verb.
    private static func state(
        in reading: Reading, _ range: Range<Int>, _ lexicon: LexiconTables, anywhere: Bool
    ) -> String? {
        var index = range.lowerBound
        while index < range.upperBound {
            defer { index += 1 }
            guard reading.tokens[index].shape != .lower, anywhere || !isGoverned(index, reading),
                let match = lexicon.entityPhrases.longestMatch(in: reading.tokens, at: index)
            else { continue }
            for alias in lexicon.entityPhrases.entries(at: match.node) {
                let (entity, language) = (
                    lexicon.entities[Int(lexicon.aliases[Int(alias)].entity)], lexicon.aliases[Int(alias)].language
                )
                if [.country, .capital, .adjective].contains(entity.kind), !entity.country.isEmpty,
                    language.isEmpty || language == reading.language
                {
                    return entity.country
                }
            }
            index += match.length - 1
        }
        return nil
    }

    private static func isGoverned(_ index: Int, _ reading: Reading) -> Bool {
        var place = index - 1
        if place >= 0, reading.cues[place] == .determiner || reading.tokens[place].word == reading.lexicon.words.the {
            place -= 1
        }
        guard place >= 0 else { return false }
        return !reading.cues[place].isDisjoint(with: .governing) || !reading.verbs[place].isEmpty
    }

    /// A full date in the dateline or on the first lines anchors relative dates when the publication is unknown.
    private static func datelineDay(_ body: Reading) -> CalendarDate? {
        let reader = EventDateReader(reading: body, anchor: nil)
        for sentence in body.sentences.prefix(4) {
            let head = Sentence(
                tokens: sentence.tokens.lowerBound..<min(sentence.tokens.upperBound, sentence.tokens.lowerBound + 10),
                bodyStart: sentence.tokens.lowerBound, isHeading: false)
            if let date = reader.date(near: head.tokens.lowerBound, in: head, modality: .occurred),
                date.precision == .day
            {
                return date.start
            }
        }
        return nil
    }

    // MARK: Result

    func fill(_ result: inout CuratedArticle) {
        result.background = coded.background
        result.organisations = organisations()
        result.persons = register.records.map(\.person).filter { !$0.office.isEmpty || !$0.id.isEmpty }
        result.places = places()
        result.quotes = QuoteFinder(reading: body, register: register, lexicon: lexicon).quotes()
        result.topics = topics
    }

    /// The states and bodies that headline and opening name as more than a place, those of the headline first.
    func namedCodes() -> [String] {
        let words = lexicon.words
        var codes: [String] = []
        for (reading, end) in [(title, title.tokens.count), (body, FeatureReader.window / 2)] {
            for mention in reading.mentions where mention.first < end && !mention.code.isEmpty && !mention.isPlace {
                let isWhere = [words.in, words.at, words.near].contains(mention.preposition) && mention.office < 0
                if !isWhere, !codes.contains(mention.code) { codes.append(mention.code) }
            }
        }
        return codes
    }

    private func organisations() -> [String] {
        var names: [String] = []
        for reading in [body, title] {
            for mention in reading.mentions where mention.entity >= 0 {
                let entity = lexicon.entities[Int(mention.entity)]
                guard entity.kind == .organisation || entity.kind == .movement else { continue }
                if !names.contains(entity.name) { names.append(entity.name) }
            }
        }
        return names
    }

    private func places() -> [Place] {
        var places: [Place] = []
        for mention in body.mentions + title.mentions where mention.isPlace && mention.entity >= 0 {
            let entity = lexicon.entities[Int(mention.entity)]
            let place = Place(name: entity.name, country: entity.country)
            if !places.contains(place) { places.append(place) }
        }
        return places
    }

    private static func topics(
        of title: Reading, _ body: Reading, _ told: ArraySlice<EventCoder.Told>, _ lexicon: LexiconTables
    ) -> [String] {
        var parts: [(reading: Reading, range: Range<Int>, weight: Double)] = [(title, 0..<title.tokens.count, 2)]
        for told in told where !told.isBoilerplate {
            parts.append((body, told.sentence.tokens, told.index == 0 ? 2 : (told.isBackground ? 0.4 : 1)))
        }
        return TopicFinder(lexicon: lexicon).topics(of: parts)
    }

    /// Whether title or body has a phrase, without regard to case and accents.
    func contains(phrase: String) -> Bool {
        let wanted = Array(TextFolding.folded(phrase).utf8)
        guard !wanted.isEmpty else { return false }
        return [title, body].contains { reading in
            let text = Array(TextFolding.folded(String(decoding: reading.bytes, as: UTF8.self)).utf8)
            guard text.count >= wanted.count else { return false }
            return (0...(text.count - wanted.count)).contains { start in
                text[start] == wanted[0] && text[start..<(start + wanted.count)].elementsEqual(wanted)
                    && (start == 0 || !isLetter(text[start - 1]))
                    && (start + wanted.count == text.count || !isLetter(text[start + wanted.count]))
            }
        }
    }

    private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) || byte >= 0x80 }
}
