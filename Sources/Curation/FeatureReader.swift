internal import Notation

/// Reads what speaks for and against an article's relevance.
struct FeatureReader {
    let lexicon: LexiconTables
    let title: Reading
    let body: Reading
    let coded: EventCoder.Result
    /// The article's topics, strongest first.
    let topics: [String]

    /// How much of the body is read: relevance is told by the beginning.
    static let window = 80

    func features() -> [Feature] {
        var features: [Feature] = []
        // Short articles have no more, and a list of no more than a kilobyte is had without waiting for other threads.
        features.reserveCapacity(15)
        addActs(&features)
        addOpening(&features)
        addCountries(&features)
        addSubjects(&features)
        for (rank, topic) in topics.enumerated() {
            features.append(Feature(name: "topic-" + topic, value: rank == 0 ? 1 : 0.6))
        }
        let words = title.tokens.count(where: \.isWord)
        features.append(Feature(name: words == 0 ? "no-title" : "title", value: 1))
        if title.tokens.contains(where: { $0.kind == .stop && $0.end > $0.start && title.bytes[Int($0.start)] == 0x3F })
        {
            features.append(Feature(name: "title-asks", value: 1))
        }
        return features
    }

    // MARK: Names

    private func addCountries(_ features: inout [Feature]) {
        let limit = Self.window
        var inTitle: [String] = []
        var inBody: [String] = []
        var leaders = 0
        var strong = Set<String>()
        for (reading, isTitle) in [(title, true), (body, false)] {
            for mention in reading.mentions where isTitle || mention.first < limit {
                guard !mention.code.isEmpty else { continue }
                if isTitle {
                    if !inTitle.contains(mention.code) { inTitle.append(mention.code) }
                } else if !inBody.contains(mention.code) {
                    inBody.append(mention.code)
                }
                if mention.isStrong, !mention.isPlace { strong.insert(mention.code) }
                if mention.person >= 0 || mention.office >= 0 && lexicon.offices[Int(mention.office)].rank != .military
                {
                    leaders += 1
                }
            }
        }
        let all = Set(inTitle + inBody)
        features.append(
            Feature(
                name: "countries-title", value: Double(min(inTitle.count, 3)), text: inTitle.joined(separator: " "),
                part: .title))
        features.append(Feature(name: "countries-0", value: all.isEmpty ? 1 : 0))
        features.append(Feature(name: "countries-1", value: all.count == 1 ? 1 : 0))
        features.append(
            Feature(name: "countries-2", value: all.count >= 2 ? 1 : 0, text: all.sorted().joined(separator: " ")))
        features.append(
            Feature(name: "actors-2", value: strong.count >= 2 ? 1 : 0, text: strong.sorted().joined(separator: " ")))
        features.append(Feature(name: "officials", value: Double(min(leaders, 4)) / 2))
        if namesOrganisation { features.append(Feature(name: "igo", value: 1)) }
        if inBody.first == "USA" && all.count == 1 || all == ["USA"] {
            features.append(Feature(name: "usa-alone", value: 1))
        }
    }

    /// Whether title or opening name an organisation of states, with or without a code of its own (G20, IMF).
    private var namesOrganisation: Bool {
        [title, body].contains { reading in
            reading.mentions.contains {
                $0.first < Self.window && $0.entity >= 0 && lexicon.entities[Int($0.entity)].kind == .organisation
            }
        }
    }

    // MARK: Subjects

    private func addSubjects(_ features: inout [Feature]) {
        var vetoes = [Double](repeating: 0, count: lexicon.vetoes.count)
        var firsts = [(String, Evidence.Part?, Int32, Int32)?](repeating: nil, count: lexicon.vetoes.count)
        for (reading, weight) in [(title, 2.0), (body, 1.0)] {
            var index = 0
            let end = min(reading.tokens.count, Self.window)
            while index < end {
                guard let match = lexicon.subjectPhrases.longestMatch(in: reading.tokens, at: index) else {
                    index += 1
                    continue
                }
                for entry in lexicon.subjectPhrases.entries(at: match.node) {
                    guard let veto = lexicon.subjects[Int(entry)].veto else { continue }
                    vetoes[veto] += weight
                    let last = index + match.length - 1
                    firsts[veto] =
                        firsts[veto] ?? (
                            reading.text(index..<(last + 1)), reading.isTitle ? .title : nil,
                            reading.tokens[index].scalarStart, reading.tokens[last].scalarEnd
                        )
                }
                index += match.length
            }
        }
        for (veto, count) in vetoes.enumerated() where count > 0 {
            let first = firsts[veto]
            features.append(
                Feature(
                    name: "veto-" + lexicon.vetoes[veto], value: min(count, 4) / 2, text: first?.0, part: first?.1,
                    start: first?.2, end: first?.3))
        }
    }
}

/// Something that speaks for or against an answer, and where it stands.
struct Feature: Sendable {
    var name: String
    var value: Double
    var text: String?
    var part: Evidence.Part?
    var start: Int32?
    var end: Int32?

    /// The key by which the model knows it.
    var key: UInt64 { Vocabulary.hash(name.utf8) }
}
