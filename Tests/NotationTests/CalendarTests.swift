import Notation
import Testing

@Suite("Days, instants, hashes")
struct CalendarTests {
    @Test(
        "Days count from 1970 and read back",
        arguments: [
            (1970, 1, 1, 0), (2000, 2, 29, 11_016), (2026, 2, 3, 20_487), (1969, 12, 31, -1), (1, 1, 1, -719_162),
        ])
    func dayNumbers(year: Int, month: Int, day: Int, number: Int) throws {
        let date = try #require(CalendarDate(year: year, month: month, day: day))
        #expect(date.dayNumber == number)
        #expect(date.parts == (year, month, day))
    }

    @Test(
        "Days that do not exist are none",
        arguments: ["2026-02-29", "2026-04-31", "2026-00-10", "2026-1-1", "x", "10000-01-01"])
    func noDays(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test("Weekdays count from Monday")
    func weekday() {
        #expect(CalendarDate(iso: "2026-02-03")?.weekday == 1)
        #expect(CalendarDate(iso: "1969-12-28")?.weekday == 6)
    }

    @Test(
        "An instant is written in UTC and read back",
        arguments: ["2026-02-03T14:05:09Z", "1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
    func instants(text: String) {
        #expect(Timestamp(rfc3339: text)?.description == text)
    }

    @Test("A zone's day may be another than UTC's")
    func zones() throws {
        let instant = try #require(Timestamp(rfc3339: "2026-02-03T23:30:00+00:00"))
        #expect(instant.date(offset: 3600).description == "2026-02-04")
        #expect(instant.date(offset: -3600).description == "2026-02-03")
    }

    @Test(
        "Only RFC 3339 is strict RFC 3339",
        arguments: ["2026-02-03", "2026-02-03 14:05", "2026-02-03T14:05:00", "2026-02-03T24:00:00Z"])
    func strict(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test("SHA-256 is that of FIPS 180-4, and identifiers depend on the borders of their parts")
    func hashes() {
        #expect(ContentHash.sha256("abc".utf8).hasPrefix("ba7816bf8f01cfea414140de5dae2223"))
        #expect(ContentHash.sha256(joining: ["a", "b"]) == ContentHash.sha256("a\u{0}b".utf8))
        #expect(ContentHash.sha256(joining: ["abc"], digits: 7) == "ba7816b")
        #expect(ContentHash.sha256("".utf8).hasPrefix("e3b0c44298fc1c14"))
        #expect(ContentHash.identifier("d", ["ab", "c"]) != ContentHash.identifier("d", ["a", "bc"]))
        #expect(ContentHash.identifier("d", ["x"]).wholeMatch(of: /d-[a-z][a-z2-9]{11}/) != nil)
    }
}
