import Curation
import Developments
import Foundation
import Notation
import Publishing
import Testing

@Suite struct CalendarTests {
    private func calendar(_ change: (inout Event) -> Void = { _ in }, revision: Int = 2) -> String {
        var publication = SamplePublication.publication()
        publication.developments.mutate("d-meetingaaaa") { development in
            for index in development.reports.indices { change(&development.reports[index].event) }
            development.revision = revision
        }
        var settings = SamplePublication.settings()
        settings.also = [.calendar]
        return Publisher(settings: settings).files(for: publication).text("meetings.ics")
    }

    @Test("A planned meeting is a whole-day event with a stable UID and its revision as sequence")
    func event() {
        let text = calendar()
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
        for line in [
            "UID:d-meetingaaaa@desk.example", "SEQUENCE:1", "DTSTART;VALUE=DATE:20260206",
            "DTEND;VALUE=DATE:20260207", "STATUS:TENTATIVE", "DTSTAMP:20260202T020000Z",
            "URL:https://desk.example/out/d/d-meetingaaaa.html",
        ] { #expect(text.contains("\r\n\(line)\r\n"), "\(line)") }
        #expect(text.contains("LOCATION:Istanbul\\, Türkiye") || text.contains("LOCATION:Ankara\\, Türkiye"))
        #expect(text.components(separatedBy: "BEGIN:VEVENT").count == 2)
    }

    @Test("No line is longer than 75 octets, and none is cut within a character")
    func folding() {
        let text = calendar()
        for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(text.replacing("\r\n ", with: "").contains("Reported by"))
        #expect(!text.contains("\u{FFFD}"))
    }

    @Test("What is merely possible, or whose day is not known, is not in the calendar")
    func withheld() {
        #expect(!calendar { $0.modality = .hypothetical }.contains("VEVENT"))
        let someWeek = calendar { $0.date?.precision = .week }
        #expect(!someWeek.contains("VEVENT"))
        #expect(!calendar { $0.mode = "call" }.contains("VEVENT"))
    }

    @Test("What took place, or both sides speak of, has no status; nothing is called confirmed")
    func statusless() {
        let held = calendar {
            $0.modality = .occurred
            $0.phase = .held
        }
        let agreed = calendar {
            $0.status = .onRecord
            $0.statusBasis = ["USA", "IRN"]
            $0.statusEvidence = nil
        }
        for text in [held, agreed] { #expect(text.contains("BEGIN:VEVENT") && !text.contains("\r\nSTATUS:")) }
    }

    @Test("What was called off stays, so that calendars take it away")
    func cancelled() {
        #expect(calendar { $0.phase = .cancelled }.contains("STATUS:CANCELLED"))
        #expect(calendar { $0.status = .denied }.contains("STATUS:CANCELLED"))
    }
}

@Suite struct MetadataTests {
    @Test("Each table has a description of each of its columns, with a key")
    func columns() throws {
        var settings = SamplePublication.settings()
        settings.also = Set(PublicationSettings.Extra.allCases)
        settings.csv.delimiter = .semicolon
        let files = Publisher(settings: settings).files(for: SamplePublication.publication())
        let tables = files.filter { $0.name.hasSuffix(".csv") }
        #expect(tables.count == 7)
        for table in tables {
            let data = Data(files.text(table.name + "-metadata.json").utf8)
            let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any], "\(table.name)")
            #expect(json["url"] as? String == table.name)
            #expect((json["dialect"] as? [String: Any])?["delimiter"] as? String == ";")
            let schema = try #require(json["tableSchema"] as? [String: Any])
            let columns = try #require(schema["columns"] as? [[String: Any]])
            let header = String(decoding: table.bytes.prefix { $0 != 13 }, as: UTF8.self)
            #expect(columns.compactMap { $0["name"] as? String } == header.split(separator: ";").map(String.init))
            #expect(columns.contains { $0["name"] as? String == schema["primaryKey"] as? String })
        }
    }

    @Test("The list of subscriptions has no private source and no key")
    func subscriptions() {
        var settings = SamplePublication.settings()
        settings.also = [.subscriptions]
        let text = Publisher(settings: settings).files(for: SamplePublication.publication()).text("sources.opml")
        #expect(text.contains("xmlUrl=\"https://paid.example/f?lang=en\""))
        #expect(text.contains("d:id=\"gulf\"") && text.contains("d:licence=\"excerpt\""))
        for word in ["vault", "token", "pw"] { #expect(!text.contains(word)) }
    }
}
