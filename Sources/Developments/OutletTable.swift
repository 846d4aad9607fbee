internal import Foundation
internal import Notation

/// The outlets that are known by their hosts and names, and the hosts that lead to the articles of others.
public struct OutletTable: Sendable {
    /// What is found at a host.
    enum Role: Hashable, Sendable {
        /// Articles of the outlet's own.
        case outlet
        /// Links to the articles of others.
        case aggregator
        /// The articles of others, with a line that says whose each is.
        case portal
        /// Copies of other pages, and links that lead to another page.
        case archive, redirect
        /// Pages of many writers, each of whom is an outlet.
        case platform
    }

    struct Entry: Sendable {
        var outlet: Outlet
        var role: Role
        /// The names by which it credits itself, folded.
        var names: [String]
    }

    private var entries: [Entry] = []
    private var byHost: [String: Int] = [:]
    private var byName: [String: Int] = [:]

    /// Knows no outlet.
    public init() {}

    /// Reads the table that comes with the program.
    ///
    /// - Throws: `DataFilesMissing`, or an error of the disk, when the installation is not whole.
    public static func standard() throws -> OutletTable {
        let file = try DataFiles.folder(of: "Developments").appending(path: "outlets.tsv")
        return OutletTable(table: try String(contentsOf: file, encoding: .utf8))
    }

    /// Reads rows of name, other names, hosts, country, kind, owner, state, licence, parted by tabs.
    init(table: String) {
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 8, let first = Self.list(cells[2]).first else { continue }
            let outlet = Outlet(
                id: first, name: cells[0], siteURL: "https://\(first)/", country: cells[3],
                kind: Source.Kind(rawValue: cells[4]), owner: cells[5], isStateMedia: cells[6] == "yes",
                licence: Source.Licence(rawValue: cells[7]))
            let names = ([cells[0]] + Self.list(cells[1])).map(Self.folded)
            for host in Self.list(cells[2]) { byHost[host] = entries.count }
            for name in names where byName[name] == nil { byName[name] = entries.count }
            entries.append(Entry(outlet: outlet, role: Self.role(cells[4]), names: names))
        }
    }

    private static func list(_ cell: String) -> [String] { cell.split(separator: "|").map(String.init) }

    private static func role(_ kind: String) -> Role {
        switch kind {
        case "aggregator": .aggregator
        case "portal": .portal
        case "archive": .archive
        case "redirect": .redirect
        case "platform": .platform
        default: .outlet
        }
    }

    private static func folded(_ name: String) -> String {
        let folded = TextFolding.folded(name).split(separator: " ").joined(separator: " ")
        return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
    }

    // MARK: Looking up

    /// The entry of a host, or of the nearest host above it.
    func entry(ofHost host: String) -> Entry? {
        var rest = Substring(host)
        while true {
            if let index = byHost[String(rest)] { return entries[index] }
            guard let dot = rest.firstIndex(of: ".") else { return nil }
            rest = rest[rest.index(after: dot)...]
        }
    }

    /// The entry of an outlet that is called by a name.
    func entry(named name: String) -> Entry? { byName[Self.folded(name)].map { entries[$0] } }

    /// Returns the outlet of a host without `www`; one that is not known is called by its host.
    func outlet(ofHost host: String) -> Outlet {
        if let entry = entry(ofHost: host), entry.role == .outlet { return entry.outlet }
        return Outlet(id: host, name: host, siteURL: "https://\(host)/")
    }

    /// Returns the names by which an outlet credits itself beside a headline, folded, with its host's.
    func names(of outlet: Outlet) -> Set<String> {
        let known = entry(ofHost: outlet.id)?.names ?? []
        return Set(known + [Self.folded(outlet.name), outlet.id])
    }

    /// Returns a source with what is known of its outlet where the desk says nothing.
    public func completed(_ source: Source) -> Source {
        guard let host = Self.host(of: source.siteURL) ?? Self.host(of: source.feedURL) else { return source }
        var source = source
        guard let entry = entry(ofHost: host) else {
            source.outlet = Outlet(id: host, name: source.title.isEmpty ? host : source.title)
            return source
        }
        switch entry.role {
        case .outlet:
            source.outlet = Outlet(id: entry.outlet.id, name: entry.outlet.name)
            if source.country.isEmpty { source.country = entry.outlet.country }
            if source.owner.isEmpty { source.owner = entry.outlet.owner }
            source.kind = source.kind ?? entry.outlet.kind
            source.isStateMedia = source.isStateMedia ?? (entry.outlet.isStateMedia ? true : nil)
        case .aggregator, .portal:
            source.kind = source.kind ?? .aggregator
        case .archive, .redirect, .platform: break
        }
        return source
    }

    /// Returns the host of an address without what names no outlet (`www`, `m`, `amp`); nil for an address without host
    /// and for a machine's number or bare name.
    static func host(of address: String) -> String? {
        guard var host = URLReference(address).host?[...] else { return nil }
        if host.hasSuffix(".") { host = host.dropLast() }
        for prefix in ["www.", "m.", "amp.", "mobile."] where host.hasPrefix(prefix) {
            let rest = host.dropFirst(prefix.count)
            if rest.contains(".") { host = rest }
        }
        guard host.contains("."), host.last?.isNumber == false, !host.contains(":") else { return nil }
        return String(host)
    }
}
