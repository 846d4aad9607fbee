import Developments
import Foundation
import Notation
import Testing

@testable import Publishing

@Suite struct PrintingTests {
    private var publisher: Publisher {
        var settings = SamplePublication.settings(baseURL: EditionState.base)
        settings.also = Set(PublicationSettings.Extra.allCases)
        return Publisher(settings: settings)
    }

    private func printed(_ publication: Publication) throws -> [Printed] {
        try publisher.printed(
            publication.developments, stories: publication.stories, articles: publication.articles,
            sources: publication.sources)
    }

    @Test("An edition of what was kept has the bytes of one that is made anew")
    func sameBytes() throws {
        for publication in [SamplePublication.publication(), SamplePublication.many(60)] {
            let view = try PublicationView(
                try printed(publication).reversed(), changes: publication.changes,
                today: publisher.day(of: publication.now))
            let articles = publisher.printed(publication.articles, in: view, sources: publication.sources)
            let edition = publisher.edition(of: view, articles: articles.reversed(), publication)
            let anew = publisher.edition(of: publication)
            #expect(edition.files.map(\.name) == anew.files.map(\.name))
            for (kept, anew) in zip(edition.files, anew.files) where kept.bytes != anew.bytes {
                Issue.record("\(kept.name) differs")
            }
            #expect(edition.front == anew.front)
            #expect(
                publisher.clockFiles(edition.front, of: publication).map(\.bytes)
                    == anew.files.suffix(2).map(\.bytes))
        }
    }

    @Test("What is damaged or cut off is refused, never misread")
    func damaged() throws {
        let whole = try #require(try printed(SamplePublication.publication()).first)
        func isRefused(_ bytes: [UInt8]) -> Bool {
            var print = whole
            print.bytes = bytes
            return (try? PublicationView([print], changes: [], today: publisher.day(of: SamplePublication.start)))
                == nil
        }
        #expect(!isRefused(whole.bytes))
        let accepted = (0..<whole.bytes.count).filter { !isRefused(Array(whole.bytes[..<$0])) }
        #expect(accepted == [])
        #expect(isRefused(whole.bytes + [0]))
        // A byte of text may change unnoticed; whatever changes, reading ends.
        for place in whole.bytes.indices {
            var bytes = whole.bytes
            bytes[place] ^= 0xFF
            _ = isRefused(bytes)
        }
    }

    @Test("Values of every kind that our types have come back")
    func values() throws {
        struct Parts: Codable, Hashable {
            enum Kind: String, Codable { case one, two }
            struct Part: Codable, Hashable {
                var kind: Kind?
                var count: Int?
                var share: Double?
                var isOdd: Bool?
                var text: String?
                var day: CalendarDate?
            }
            var parts: [Part]
            var table: [String: String]
            var number: Int
            var stamp: Timestamp
            var share: Double
            var pairs: [[String]]
            var last: Part?
        }
        let empty = Parts.Part()
        let full = Parts.Part(
            kind: .two, count: .min, share: -0.25, isOdd: true, text: "Türkiye – ትግራይ",
            day: CalendarDate(dayNumber: -5))
        for parts in [[], [empty], [full, empty, full]] {
            let value = Parts(
                parts: parts, table: ["b": "", "a": "x"], number: .max, stamp: Timestamp(seconds: -1), share: .infinity,
                pairs: [["a", "b"], []], last: parts.last)
            let bytes = try Packing.bytes(of: value)
            #expect(try Unpacking.value(Parts.self, from: bytes) == value)
        }
    }

    @Test("What was written with other members is refused")
    func otherMembers() throws {
        struct Old: Codable { var title = "a", note = "b" }
        struct Renamed: Codable { var title = "a", remark = "b" }
        struct Longer: Codable { var title = "a", note = "b", number = 3 }
        let bytes = try Packing.bytes(of: Old())
        #expect(try Unpacking.value(Old.self, from: bytes).note == "b")
        #expect(throws: UnpackingError.self) { try Unpacking.value(Renamed.self, from: bytes) }
        #expect(throws: UnpackingError.self) { try Unpacking.value(Longer.self, from: bytes) }
        #expect(throws: UnpackingError.self) {
            try Unpacking.value(Old.self, from: try Packing.bytes(of: Longer()))
        }
    }
}
