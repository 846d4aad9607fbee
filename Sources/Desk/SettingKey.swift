import Curation
import Developments
import Foundation
import Publishing

/// One key of `desk.yml`: its meaning, what is allowed, and how it is read and written.
public struct SettingKey: Sendable {
    /// The key as a path, such as `network.pageSpacing`.
    public let path: String
    /// What it sets, with its unit.
    public let summary: String
    /// What is allowed, as an error says it.
    public let allowed: String
    let read: @Sendable (inout Settings, Value) -> Bool
    let write: @Sendable (Settings) -> String

    /// A value as a file, a variable or an option gives it.
    enum Value {
        case scalar(String)
        case list([String])

        var scalar: String? {
            guard case .scalar(let text) = self else { return nil }
            return text
        }

        var list: [String] {
            switch self {
            case .list(let members): members
            case .scalar(let text):
                text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            }
        }
    }

    /// The environment variable that overrides the key: `DEMARCHE_NETWORK_PAGE_SPACING`.
    public var variable: String {
        var name = "DEMARCHE_"
        for character in path {
            if character == "." {
                name += "_"
            } else {
                if character.isUppercase { name += "_" }
                name += character.uppercased()
            }
        }
        return name
    }
}

extension SettingKey {
    private typealias Field<T> = any WritableKeyPath<Settings, T> & Sendable

    private static func key<T>(
        _ path: String, _ field: Field<T>, _ summary: String, allowed: String,
        parse: @escaping @Sendable (Value) -> T?, print: @escaping @Sendable (T) -> String
    ) -> SettingKey {
        SettingKey(
            path: path, summary: summary, allowed: allowed,
            read: { settings, value in
                guard let parsed = parse(value) else { return false }
                settings[keyPath: field] = parsed
                return true
            },
            write: { print($0[keyPath: field]) })
    }

    private static func text(
        _ path: String, _ field: Field<String>, _ summary: String, allowed: String = "a text",
        check: @escaping @Sendable (String) -> Bool = { _ in true }
    ) -> SettingKey {
        key(
            path, field, summary, allowed: allowed, parse: { $0.scalar.flatMap { check($0) ? $0 : nil } }, print: quoted
        )
    }

    private static func number(
        _ path: String, _ field: Field<Int>, _ range: ClosedRange<Int>, _ summary: String
    ) -> SettingKey {
        key(
            path, field, summary, allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            parse: { $0.scalar.flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil } }, print: { String($0) })
    }

    private static func share(_ path: String, _ field: Field<Double>, _ summary: String) -> SettingKey {
        key(
            path, field, summary, allowed: "a number from 0 to 1",
            parse: { $0.scalar.flatMap { Double($0) }.flatMap { (0...1).contains($0) ? $0 : nil } },
            print: { String($0) })
    }

    private static func flag(_ path: String, _ field: Field<Bool>, _ summary: String) -> SettingKey {
        key(
            path, field, summary, allowed: "true or false",
            parse: {
                ["true": true, "yes": true, "1": true, "false": false, "no": false, "0": false][$0.scalar ?? ""]
            },
            print: { $0 ? "true" : "false" })
    }

    private static func duration(_ path: String, _ field: Field<Int>, _ summary: String) -> SettingKey {
        key(
            path, field, summary, allowed: "a time such as 30s, 5m, 12h or 3d",
            parse: { $0.scalar.flatMap { TimeSpan.seconds(written: $0) } }, print: { TimeSpan.written(seconds: $0) })
    }

    private static func list(
        _ path: String, _ field: Field<[String]>, _ summary: String, allowed: String,
        check: @escaping @Sendable (String) -> Bool
    ) -> SettingKey {
        key(
            path, field, summary, allowed: allowed,
            parse: { $0.list.allSatisfy(check) ? $0.list : nil },
            print: { "[" + $0.map(quoted).joined(separator: ", ") + "]" })
    }

    /// Every key, in the order in which `init` writes them.
    public static let all: [SettingKey] = desk + rules + network + publish + retention

    private static let desk: [SettingKey] = [
        text(
            "contact", \.contact,
            "An e-mail address or page for the publishers whose feeds are read. Sent with every request;\n"
                + "without it only private addresses are fetched.",
            allowed: "an e-mail address or an http(s) address",
            check: { $0.isEmpty || $0.contains("@") || $0.hasPrefix("http://") || $0.hasPrefix("https://") }),
        text("title", \.title, "The title of the published feeds."),
        list(
            "title.prefer", \.titles.prefer,
            "The outlets, by host or name, whose headlines are taken before others' for the titles of developments.",
            allowed: "a list such as [reuters.com, AP News]", check: { !$0.isEmpty }),
        list(
            "title.never", \.titles.never, "The outlets, by host or name, whose headlines are never titles.",
            allowed: "a list such as [tabloid.example]", check: { !$0.isEmpty }),
        text(
            "timeZone", \.timeZone, "The zone whose days the outputs count in.",
            allowed: "an IANA zone such as Europe/Berlin", check: { TimeZone(identifier: $0) != nil }),
        text(
            "authority", \.authority,
            "The authority and date of the feeds' ids (RFC 4151), such as example.org,2026.\n"
                + "Never change it: feed readers would show every entry again.",
            allowed: "NAME,YEAR or NAME,YYYY-MM-DD with a name you own",
            check: { $0.isEmpty || $0.split(separator: ",", omittingEmptySubsequences: false).count == 2 }),
        duration("backfill", \.backfill, "At first sight of a source, entries older than this are not published."),
        duration("interval", \.interval, "The least time between two fetches of a source."),
        flag("pages", \.pages, "Whether the pages of new entries are fetched; else the feed's text is used."),
        number(
            "pagesPerSource", \.pagesPerSource, 0...100_000,
            "The most pages fetched for one source in one run; the others follow in the next."),
        number(
            "maxPages", \.maxPages, 0...10_000_000,
            "The most pages fetched in one run; the others follow in the next."),
        flag(
            "revisit", \.revisit,
            "Whether pages of kept articles are looked at again for silent edits: after two hours, then less\n"
                + "and less often for a week."),
        list(
            "languages", \.languages, "The languages whose articles are published without review (BCP 47).",
            allowed: "a list of language codes such as [en, fr]", check: { (2...8).contains($0.utf8.count) }),
        share("curation.keep", \.keepThreshold, "The relevance from which an article is kept."),
        share("curation.review", \.reviewThreshold, "The relevance from which an article is put up for review."),
        number("minimumFree", \.minimumFree, 0...1_000_000, "Megabytes that must be free for a run to start."),
    ]

    private static let rules: [SettingKey] = [
        list(
            "rules.keep", \.rules.keep,
            "What is kept whatever its relevance, by word, source, country or type; shown among the reasons.",
            allowed: "a list such as [word:sea lanes, source:src-un-news, country:PER, type:AID]",
            check: { CurationRule($0, action: .keep) != nil }),
        list(
            "rules.drop", \.rules.drop, "What is dropped whatever its relevance.",
            allowed: "a list such as [word:football]", check: { CurationRule($0, action: .drop) != nil }),
        list(
            "rules.tag", \.rules.tag, "What gets a topic of the desk's own: RULE=TOPIC.",
            allowed: "a list such as [word:undersea cable=cables]", check: { CurationRule($0, action: .tag) != nil }),
    ]

    private static let network: [SettingKey] = [
        number("network.concurrency", \.network.concurrency, 1...1000, "The most requests under way at once."),
        number(
            "network.connectionsPerHost", \.network.connectionsPerHost, 1...1000, "The most connections to one host."),
        duration(
            "network.pageSpacing", \.network.pageSpacing, "The least time between two page fetches from one host."),
        duration("network.timeout", \.network.timeout, "The time after which a request is given up."),
        number("network.feedLimit", \.network.feedLimit, 1...100, "Megabytes beyond which a feed is refused."),
        number("network.pageLimit", \.network.pageLimit, 1...100, "Megabytes beyond which a page is refused."),
        list(
            "network.allowPrivate", \.network.allowPrivate,
            "Private address ranges that may be reached, such as 10.1.0.0/16. None by default, so that\n"
                + "no feed can make this machine talk to its neighbours.",
            allowed: "a list of address ranges such as [127.0.0.0/8]",
            check: { $0.contains(".") || $0.contains(":") }),
        text("network.proxy", \.network.proxy, "A proxy for all requests, such as http://proxy.example:3128."),
        text("network.caFile", \.network.caFile, "A file of certificates to trust instead of the system's."),
        flag("network.robots", \.network.robots, "Whether robots.txt is obeyed for article pages (RFC 9309)."),
    ]

    private static let publish: [SettingKey] = [
        key(
            "publish.audience", \.publish.audience,
            "public: each source's licence binds what is published; private: the desk alone reads it.",
            allowed: "public or private", parse: { $0.scalar.flatMap(Settings.Audience.init(rawValue:)) },
            print: { $0.rawValue }),
        text(
            "publish.baseURL", \.publish.baseURL, "Where Output/ is served, for links between the files.",
            allowed: "an http(s) address",
            check: { $0.isEmpty || $0.hasPrefix("http://") || $0.hasPrefix("https://") }),
        key(
            "publish.prominence", \.publish.prominence,
            "How far down in its articles an act may be told for feeds and pages to show it; one that several\n"
                + "origins tell is always shown, and the tables have all.",
            allowed: "title, lead or body", parse: { $0.scalar.flatMap(Prominence.init(rawValue:)) },
            print: { $0.rawValue }),
        text(
            "publish.hub", \.publish.hub, "A WebSub hub that the feeds name, for readers that want to be told.",
            allowed: "an http(s) address",
            check: { $0.isEmpty || $0.hasPrefix("http://") || $0.hasPrefix("https://") }),
        list(
            "publish.also", \.publish.also, "Further files to write.",
            allowed: "a list of \(Settings.Publish.furtherFiles.joined(separator: ", "))",
            check: { Settings.Publish.furtherFiles.contains($0) }),
        number("publish.days", \.publish.days, 1...3650, "The days that the CSV files go back."),
        flag("publish.bom", \.publish.bom, "Whether CSV files start with a byte order mark (older spreadsheets)."),
        key(
            "publish.delimiter", \.publish.delimiter, "What parts the cells of CSV files.",
            allowed: "\",\", \";\" or \"\\t\"",
            parse: { $0.scalar.flatMap { $0 == "\\t" ? "\t" : [",", ";", "\t"].contains($0) ? $0 : nil } },
            print: { quoted($0 == "\t" ? "\\t" : $0) }),
        flag("publish.raw", \.publish.raw, "Whether text cells lack the guard against formulas."),
    ]

    private static let retention: [SettingKey] = [
        number("retention.pages", \.retention.pages, 0...3650, "Days for which fetched pages are kept."),
        number(
            "retention.dropped", \.retention.dropped, 1...3650, "Days for which texts of dropped articles are kept."),
        number("retention.kept", \.retention.kept, 1...36_500, "Days for which texts of kept articles are kept."),
    ]

    /// Writes a YAML 1.2 double-quoted scalar (section 7.3.1).
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// Times as people write them: `30s`, `5m`, `12h`, `3d`.
public enum TimeSpan {
    private static let units: [(name: Character, seconds: Int)] = [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]

    /// Returns the seconds of a written time, or nil when the text is none; a bare `0` is allowed.
    public static func seconds(written text: String) -> Int? {
        if text == "0" { return 0 }
        guard let unit = units.first(where: { $0.name == text.last }), let count = Int(text.dropLast()), count >= 0,
            count <= 1_000_000
        else { return nil }
        return count * unit.seconds
    }

    /// Writes seconds in the largest unit that leaves no rest.
    public static func written(seconds: Int) -> String {
        let unit = units.first { seconds % $0.seconds == 0 && seconds >= $0.seconds } ?? units[3]
        return "\(seconds / unit.seconds)\(unit.name)"
    }
}
