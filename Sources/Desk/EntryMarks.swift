import Developments
import Foundation
import Notation
import Storage

extension KnownEntry.Marks {
    /// What tells an entry apart beside its identifier.
    ///
    /// - Parameter draft: the entry.
    init(_ draft: EntryDraft) {
        self.init(
            guid: draft.guid.map { Self.hash(Self.normalIdentifier($0)) },
            page: (Self.address(draft.url) ?? (draft.guid == nil ? draft.titleAndDay : nil)).map(Self.hash),
            headline: Self.hash(TextFolding.folded(draft.title.filter { $0.isLetter || $0.isNumber })),
            text: draft.text.utf8.count < Self.shortestText ? nil : Self.hash(draft.text))
    }

    /// An address in the form in which the ways to write it are equal, with the fragment that tells parts of a page
    /// apart; nil for a site's front page and what is no address.
    private static func address(_ url: String) -> String? {
        let normal = withoutSession(PageAddress.normal(url))
        guard !normal.isEmpty else { return nil }
        let fragment = URLReference(url).fragment ?? ""
        return withoutHost(normal) + (fragment.isEmpty || fragment.contains("=") ? "" : "#\(fragment)")
    }

    /// An address that names its story at length without the host: sites move, and answer to several names.
    private static func withoutHost(_ address: String) -> String {
        guard let slash = address.firstIndex(of: "/"),
            address.split(separator: "/").last.map({ $0.utf8.count >= longSlug }) == true
        else { return address }
        return String(address[slash...])
    }

    /// Bytes: two sites give so long a name to one story alone.
    private static let longSlug = 25

    /// An identifier that is an address in its normal form, without a number at its end that counts versions (`#2`).
    private static func normalIdentifier(_ guid: String) -> String {
        let normal = withoutSession(PageAddress.normal(guid))
        guard !normal.isEmpty else { return guid }
        let fragment = URLReference(guid).fragment ?? ""
        return fragment.isEmpty || Int(fragment) != nil ? normal : "\(normal)#\(fragment)"
    }

    /// Without what names the reader's session, or says that the link stood in a feed (`?ref=rss`).
    private static func withoutSession(_ address: String) -> String {
        let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
        guard let head = halves.first else { return address }
        let path = head.split(separator: ";", maxSplits: 1).first { !$0.isEmpty }.map(String.init) ?? head
        guard halves.count == 2 else { return path }
        let kept = halves[1].split(separator: "&").filter { parameter in
            let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.lowercased() }
            guard let name = parts.first else { return false }
            return !sessionNames.contains(name) && !(parts.count == 2 && feedWords.contains(parts[1]))
        }
        return kept.isEmpty ? path : path + "?" + kept.joined(separator: "&")
    }

    private static let sessionNames: Set<String> = [
        "phpsessid", "jsessionid", "sessionid", "session_id", "session", "sid", "cfid", "cftoken", "aspsessionid",
    ]
    private static let feedWords: Set<String> = ["rss", "feed", "atom", "rssfeed", "rss2", "rss-feed"]

    /// Bytes: a shorter text ("Read more") tells nothing.
    private static let shortestText = 60

    /// FNV-1a (draft-eastlake-fnv), which is the same on every machine.
    private static func hash(_ text: String) -> Int64 {
        Int64(bitPattern: text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }
}

extension EntryDraft {
    /// What names an entry that has neither identifier nor address; nil without a title.
    var titleAndDay: String? {
        title.isEmpty ? nil : "title:" + TextFolding.folded(title) + (dated.map { " \($0.date)" } ?? "")
    }

    /// The keys under which the entry may be stored, the best first.
    var possibleKeys: [String] {
        let named = titleAndDay.map { "sha256:" + ContentHash.sha256($0.utf8) }
        var keys: [String] = []
        for key in [guid, url.isEmpty ? nil : url, named, key] {
            if let key, !key.isEmpty, !keys.contains(key) { keys.append(key) }
        }
        return keys
    }
}
