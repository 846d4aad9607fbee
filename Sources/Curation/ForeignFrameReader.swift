internal import Notation

/// Reads sentences of languages other than English: a word of an act beside two states makes a frame.
///
/// There is no grammar here: who acts is who stands first, and the names of a meeting are its parties. It serves to find
/// the articles and their parties; roles and modality are as rough as that.
struct ForeignFrameReader {
    let reading: Reading
    let lexicon: LexiconTables

    /// Turkish and Persian end on the verb that tells the act; elsewhere the first word of an act tells it.
    private var isVerbFinal: Bool { reading.language == "tr" || reading.language == "fa" }

    /// Returns the frame of the first act that a sentence names.
    func frames(of sentence: Sentence) -> [Frame] {
        let range = sentence.bodyStart..<sentence.tokens.upperBound
        var codes: [String] = []
        var mentions: [Int] = []
        for (index, mention) in reading.mentions.enumerated()
        where range.contains(mention.first) && !mention.code.isEmpty {
            if mention.isPlace, mention.entity >= 0, lexicon.entities[Int(mention.entity)].kind == .place { continue }
            if !codes.contains(mention.code) {
                codes.append(mention.code)
                mentions.append(index)
            }
        }
        leaveOut(&codes, &mentions)
        guard let first = codes.first else { return [] }
        var frames: [Frame] = []
        for index in range {
            guard let match = lexicon.actPhrases.longestMatch(in: reading.tokens, at: index) else { continue }
            let acts = lexicon.actPhrases.entries(at: match.node).map { lexicon.foreignActs[Int($0)] }
            guard let act = acts.first(where: { $0.language == reading.language }) else { continue }
            let others = codes.dropFirst().prefix(4)
            let isMutual = act.type.isMutual
            var frame = Frame(
                type: act.type, mode: act.mode, trigger: index, lemma: "",
                actors: isMutual ? [first] + others : [first],
                recipients: isMutual ? [] : Array(others.prefix(2)), modality: act.modality, actorMentions: mentions,
                isSubordinate: false,
                isNominal: false, score: 0)
            let distance = isVerbFinal ? range.upperBound - index : index - range.lowerBound
            frame.score =
                (frame.isComplete ? 2.5 : 1) - Double(distance) * 0.02 - (frames.isEmpty || isVerbFinal ? 0 : 0.5)
            frames.append(frame)
        }
        return frames.sorted { $0.score > $1.score }
    }

    /// The words before a capital where something takes place, as they are folded.
    private static let locatives: [String: Set<UInt64>] = [
        "fr": ["à"], "es": ["en"], "pt": ["em"], "de": ["in"], "ru": ["в"], "ar": ["في"], "fa": ["در"],
    ].mapValues { Set($0.map { Vocabulary.hash(TextFolding.folded($0).utf8) }) }

    /// Leaves out the hosts of a meeting of two others: "Äthiopien und Eritrea verhandeln in Maskat".
    private func leaveOut(_ codes: inout [String], _ mentions: inout [Int]) {
        guard codes.count > 2, let locatives = Self.locatives[reading.language] else { return }
        let hosts = mentions.indices.filter { index in
            let mention = reading.mentions[mentions[index]]
            guard index > 0, mention.entity >= 0, mention.first > 0,
                lexicon.entities[Int(mention.entity)].kind == .capital
            else { return false }
            return locatives.contains(reading.tokens[mention.first - 1].hash)
        }
        guard codes.count - hosts.count >= 2 else { return }
        for index in hosts.reversed() {
            codes.remove(at: index)
            mentions.remove(at: index)
        }
    }
}

/// A word of an act in a language other than English.
struct ForeignAct: Sendable {
    var language: String
    var type: EventType
    var mode: String
    var modality: Modality
}
