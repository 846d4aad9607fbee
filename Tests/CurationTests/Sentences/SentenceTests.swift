import Testing

@testable import Curation

/// What a made-up sentence tells, written `TYPE modality status actors>recipients~mediators | sentence`.
///
/// Parties of a joint act are parted by `+`. A sentence without a full stop is a headline. A leading `?` marks a
/// sentence that is not read rightly yet; it fails the test once it is, so that the mark is taken away.
struct Telling: CustomTestStringConvertible, Sendable {
    var sentence: String
    var isOpen: Bool
    var type: String
    var modality: String
    var status: String
    var actors: Set<String>
    var recipients: Set<String>
    var mediators: Set<String>

    var testDescription: String { sentence }

    init?(_ line: Substring) {
        let halves = line.split(separator: "|", maxSplits: 1)
        guard halves.count == 2 else { return nil }
        let fields = halves[0].split(separator: " ")
        guard fields.count >= 4 else { return nil }
        isOpen = fields[0].hasPrefix("?")
        type = String(fields[0].drop { $0 == "?" })
        modality = String(fields[1])
        status = String(fields[2])
        let sides = fields[3].split(separator: "~")
        let parties = sides[0].split(separator: ">")
        func codes(_ part: Substring?) -> Set<String> { Set((part ?? "").split(separator: "+").map(String.init)) }
        actors = codes(parties.first)
        recipients = codes(parties.dropFirst().first)
        mediators = codes(sides.dropFirst().first)
        sentence = halves[1].drop { $0 == " " }.description
    }

    /// What is wrong with the act that was read; empty when all is right.
    var faults: [String] {
        let study = sentence.hasSuffix(".") ? study(sentence) : study("", title: sentence)
        guard let event = study.coded.events.first else { return ["no act"] }
        var faults: [String] = []
        if event.type.rawValue != type { faults.append("type \(event.type.rawValue)") }
        if event.modality.rawValue != modality { faults.append("modality \(event.modality.rawValue)") }
        if event.status.rawValue != status { faults.append("status \(event.status.rawValue)") }
        if Set(event.actors) != actors { faults.append("actors \(event.actors)") }
        if Set(event.recipients) != recipients { faults.append("recipients \(event.recipients)") }
        if Set(event.mediators) != mediators { faults.append("mediators \(event.mediators)") }
        return faults
    }
}

/// The tables of sentences.
enum Tellings {
    static let all = [
        accord, favour, words, force, furtherAccord, furtherFavour, furtherWords, furtherForce,
    ].joined(separator: "\n").split(separator: "\n").compactMap(
        Telling.init)
}

@Suite("Every type of act as news tells it")
struct SentenceTests {
    @Test("act, parties, time and voucher are read from the sentence", arguments: Tellings.all)
    func telling(_ telling: Telling) {
        let faults = telling.faults
        if telling.isOpen {
            withKnownIssue { #expect(faults.isEmpty, "\(faults)") }
        } else {
            #expect(faults.isEmpty, "\(faults)")
        }
    }

    @Test("every type has its forty sentences")
    func count() {
        let types = Dictionary(grouping: Tellings.all, by: \.type)
        #expect(types.count == EventType.allCases.count - 1)
        for (type, sentences) in types { #expect(sentences.count >= 40, "\(type)") }
    }
}
