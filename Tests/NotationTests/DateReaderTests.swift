import Notation
import Testing

@Suite("Dates of feeds and pages")
struct DateReaderTests {
    @Test(
        "A date that can be read for certain gives its instant",
        arguments: [
            ("Tue, 03 Feb 2026 14:05:00 GMT", "2026-02-03T14:05:00Z"),
            ("Tue, 3 Feb 2026 14:05 +0100", "2026-02-03T13:05:00Z"),
            ("Tue, 03 Feb 26 14:05 EST", "2026-02-03T19:05:00Z"),
            ("Sun, 06 Nov 94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Tue, 03 Feb 2026 14:05:00 +0000 (UTC)", "2026-02-03T14:05:00Z"),
            ("2026-02-03T14:05:00.25+03:00", "2026-02-03T11:05:00Z"),
            ("2026-02-03T14:05:00-0600", "2026-02-03T20:05:00Z"),
            ("2026-02-03 14:05", "2026-02-03T14:05:00Z"),
            ("20260203T140500Z", "2026-02-03T14:05:00Z"),
            ("2026-02-03T24:00:00Z", "2026-02-04T00:00:00Z"),
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
            ("Tue Feb  3 14:05:00 2026", "2026-02-03T14:05:00Z"),
            ("Tue Feb 03 14:05:00 +0100 2026", "2026-02-03T13:05:00Z"),
            ("2016/6/29 15:07:41", "2016-06-29T15:07:41Z"),
            ("13/04/2026 10:00", "2026-04-13T10:00:00Z"),
            ("04/13/2026", "2026-04-13T00:00:00Z"),
            ("03.04.2026 10:00", "2026-04-03T10:00:00Z"),
            ("Feb 3, 2026 at 10:15 am EST", "2026-02-03T15:15:00Z"),
            ("12 AM Jan 30 2018", "2018-01-30T00:00:00Z"),
            ("Tuesday, February 3rd, 2026", "2026-02-03T00:00:00Z"),
        ])
    func reads(text: String, instant: String) {
        #expect(DateReader.read(text)?.instant.description == instant)
    }

    @Test(
        "Month and weekday names are read in many languages",
        arguments: [
            ("3 février 2026 à 14h05", "2026-02-03T14:05:00Z"),
            ("Di., 3. März 2026, 14:05 Uhr", "2026-03-03T14:05:00Z"),
            ("3 de febrero de 2026", "2026-02-03T00:00:00Z"),
            ("3 de fevereiro de 2026 às 10:15", "2026-02-03T10:15:00Z"),
            ("mar, 3 feb 2026 10:15:00", "2026-02-03T10:15:00Z"),
            ("di, 3 maart 2026 10:15", "2026-03-03T10:15:00Z"),
            ("3 lutego 2026, 10:15", "2026-02-03T10:15:00Z"),
            ("3 февраля 2026 г. 14:05 MSK", "2026-02-03T11:05:00Z"),
            ("Τρι, 3 Φεβ 2026 14:05:00 GMT", "2026-02-03T14:05:00Z"),
            ("2026. február 3., 10:15", "2026-02-03T10:15:00Z"),
            ("3 Şub 2026 14:05", "2026-02-03T14:05:00Z"),
            ("2026년 2월 3일 오후 3시 20분", "2026-02-03T06:20:00Z"),
            ("2026年2月3日 下午2:05", "2026-02-03T14:05:00Z"),
            ("2026年2月3日(火) 午後2時05分", "2026-02-03T14:05:00Z"),
            ("十二月 3, 2026", "2026-12-03T00:00:00Z"),
            ("١٢ فبراير ٢٠٢٦", "2026-02-12T00:00:00Z"),
            ("الخميس 12 كانون الثاني 2026 - 10:30", "2026-01-12T10:30:00Z"),
            ("14 بهمن 1404", "2026-02-03T00:00:00Z"),
            ("۱۴۰۴/۱۱/۱۴ ۱۰:۲۰", "2026-02-03T10:20:00Z"),
        ])
    func readsLanguages(text: String, instant: String) {
        #expect(DateReader.read(text)?.instant.description == instant)
    }

    @Test(
        "What cannot be read for certain gives nothing",
        arguments: [
            "", " ", "yesterday", "03/04/2026", "Sat, 30 Feb 2026 10:00:00 GMT", "30000-01-01",
            "Tue, 03 Foo 2026 14:05:00 GMT",
            "3 March", "10:20", "1 2 3", "0000-00-00 00:00:00", "2026-13-01", "2026-02-03T25:00:00Z",
            "2026-02-03T10:61:00Z",
            "99999999999999999999999999999", "Sun, 00 Jan 2026 10:00:00 GMT", "2026-02-03 <b>10:00</b>",
        ])
    func refuses(text: String) {
        #expect(DateReader.read(text) == nil)
    }

    @Test("A day is told from a time, and a given zone holds where none is written")
    func zones() throws {
        let day = try #require(DateReader.read("3 Feb 2026", offset: 3 * 3600))
        #expect(day.isDayOnly)
        #expect(day.instant.description == "2026-02-02T21:00:00Z")
        let time = try #require(DateReader.read("3 Feb 2026 14:05", offset: 3 * 3600))
        #expect(!time.isDayOnly && time.offset == nil)
        #expect(time.instant.description == "2026-02-03T11:05:00Z")
        #expect(DateReader.read("3 Feb 2026 14:05 GMT", offset: 3600)?.instant.description == "2026-02-03T14:05:00Z")
    }

    @Test(
        "Whatever is made of a date is refused, or gives an instant that can be written and read again",
        arguments: ["2026-02-03T14:05:00.25+03:00", "Tue, 03 Feb 2026 14:05 EST", "2026年2月3日 下午2:05", "٠٣/٠٢/٢٠٢٦"])
    func damaged(text: String) {
        let written = Array(text.unicodeScalars)
        let others = Array("0123456789-+:/.,TZ 年月日amFeb٣".unicodeScalars)
        var state: UInt64 = 42
        func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var reads = 0
        for round in 0..<2000 {
            var scalars = written
            for _ in 0...round % 8 { scalars[below(scalars.count)] = others[below(others.count)] }
            let damaged = String(String.UnicodeScalarView(scalars))
            guard let date = DateReader.read(damaged) else { continue }
            reads += 1
            let again = DateReader.read(date.instant.description)
            #expect(again?.instant == date.instant, "\(damaged)")
        }
        #expect(reads > 0 && reads < 2000)
    }
}
