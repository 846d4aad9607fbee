internal import Encoding
internal import Foundation

/// The learned reader: a small pre-trained encoder, fine-tuned on labelled news, with a head for each question.
///
/// It reads headline and opening as one text and says whether the article is a diplomacy development, which type and modality its act
/// has, and what each state or body that the lexicon finds does in it. See <doc:Model-Card> for data and figures.
struct NewsReader: Sendable {
    /// The file beside the lexicon.
    static let fileName = "reader.safetensors"

    private let encoder: Encoder
    private let relevance, type, modality, role: Head

    /// Opens a file that `Scripts/train-reader` wrote.
    init(file: URL) throws(EncoderError) {
        encoder = try Encoder(file: file)
        relevance = try encoder.head("relevance")
        type = try encoder.head("type")
        modality = try encoder.head("modality")
        role = try encoder.head("role")
    }

    /// Who made the file, and when: the version that outputs name.
    var version: String { encoder.version }

    /// Reads headline and opening.
    func answer(_ study: Study) -> ReaderAnswer { answer(Opening(title: study.title, body: study.body)) }

    /// Whether the headline alone tells an act: of the same kind, done or not done as it is.
    func tells(_ title: Reading, _ event: Event) -> Bool {
        guard !title.tokens.isEmpty else { return false }
        let answer = answer(Opening(title: title, body: nil))
        return answer.relevance > 0 && answer.type == event.type && answer.modality == event.modality
    }

    /// The logarithm of the odds that a text is a diplomacy development.
    func relevance(of text: String) -> Double { ReaderAnswer.rounded(relevance(encoder.encode(text).pooled)[0]) }

    private func answer(_ opening: Opening) -> ReaderAnswer {
        let encoded = encoder.encode(opening.text)
        var roles: [ReaderAnswer.Role] = []
        for (code, bytes) in opening.mentions {
            guard let span = encoded.mean(overBytes: bytes) else { continue }
            let odds = role(span + encoded.pooled).map(ReaderAnswer.rounded)
            if let index = roles.firstIndex(where: { $0.code == code }) {
                roles[index].raise(actor: odds[0], recipient: odds[1], mediator: odds[2])
            } else {
                roles.append(ReaderAnswer.Role(code: code, actor: odds[0], recipient: odds[1], mediator: odds[2]))
            }
        }
        return ReaderAnswer(
            relevance: ReaderAnswer.rounded(relevance(encoded.pooled)[0]),
            types: type(encoded.pooled).map(ReaderAnswer.rounded),
            modalities: modality(encoded.pooled).map(ReaderAnswer.rounded), roles: roles)
    }
}

/// Headline and opening as the reader was trained on them: one text, and where the mentions stand in it.
struct Opening {
    /// How many Unicode scalars of the body are read.
    static let bodyLimit = 420
    /// A body that begins with so many scalars of the headline repeats it.
    private static let repeated = 40

    private(set) var text: String
    /// The codes with the bytes of their mentions in ``text``, in the order of the text.
    private(set) var mentions: [(code: String, bytes: Range<Int>)] = []

    /// Where the body begins in ``text``, less what was cut at its start.
    private(set) var bodyStart = 0

    init(title: Reading, body: Reading?) {
        let (head, headStart) = Self.trimmed(title.bytes)
        var (lead, leadStart) = Self.trimmed(body?.bytes ?? [])
        lead = String(String.UnicodeScalarView(lead.unicodeScalars.prefix(Self.bodyLimit)))
        let isRepeated =
            !lead.isEmpty
            && lead.unicodeScalars.prefix(Self.repeated).elementsEqual(head.unicodeScalars.prefix(Self.repeated))
        text = isRepeated || head.isEmpty ? "" : head
        if !text.isEmpty {
            add(title.mentions, of: title, shift: -headStart, limit: text.utf8.count)
            if !lead.isEmpty { text += ". " }
        }
        bodyStart = text.utf8.count - leadStart
        text += lead
        if let body { add(body.mentions, of: body, shift: bodyStart, limit: text.utf8.count) }
    }

    /// The text without some of its bytes.
    func text(without bytes: Range<Int>) -> String {
        let all = Array(text.utf8)
        guard bytes.upperBound <= all.count, bytes.lowerBound >= 0 else { return text }
        return String(decoding: all[..<bytes.lowerBound] + all[bytes.upperBound...], as: UTF8.self)
    }

    private mutating func add(_ found: [Mention], of reading: Reading, shift: Int, limit: Int) {
        for mention in found where !mention.code.isEmpty {
            let start = Int(reading.tokens[mention.first].start) + shift
            let end = Int(reading.tokens[mention.last].end) + shift
            guard start < limit else { return }
            mentions.append((mention.code, max(start, 0)..<max(end, 1)))
        }
    }

    /// A text without white space at its ends, and how many bytes were cut at its start.
    private static func trimmed(_ bytes: [UInt8]) -> (text: String, start: Int) {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        let start = bytes.firstIndex { !isSpace($0) } ?? bytes.count
        let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
        return (String(decoding: bytes[start..<max(start, end)], as: UTF8.self), start)
    }
}
