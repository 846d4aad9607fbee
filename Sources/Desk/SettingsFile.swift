public import Foundation
import Yams

/// A setting that cannot be used: where it stands, what it says and what is allowed.
public struct SettingsError: Error, CustomStringConvertible, Sendable {
    /// The file and line, or the name of the variable.
    public let place: String
    /// What is wrong, and what is allowed instead.
    public let problem: String

    /// One line: place and problem.
    public var description: String { "\(place): \(problem)" }
}

extension Settings {
    /// Reads a desk's settings: defaults, then the file, then the environment.
    ///
    /// - Parameters:
    ///   - file: the desk's `desk.yml`; a missing file is an error, since its folder is then no desk.
    ///   - environment: variables; those named ``SettingKey/variable`` override the file.
    /// - Throws: ``SettingsError`` naming file, line, key and what is allowed.
    public init(file: URL, environment: [String: String]) throws(SettingsError) {
        self.init()
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw SettingsError(
                place: file.path,
                problem:
                    "not found or not readable as UTF-8; make a desk with `demarche init DIR`, or name one with --desk")
        }
        try apply(yaml: text, place: file.path)
        for key in SettingKey.all {
            guard let value = environment[key.variable] else { continue }
            try apply(key, .scalar(value), place: "variable \(key.variable)")
        }
        if reviewThreshold > keepThreshold {
            throw SettingsError(
                place: file.path,
                problem: "curation.review (\(reviewThreshold)) is above curation.keep (\(keepThreshold))")
        }
    }

    private mutating func apply(yaml text: String, place: String) throws(SettingsError) {
        let root: Node?
        do {
            // Each key reads its own text; the standard resolver compiles patterns to guess types that nobody asks for.
            root = try Yams.compose(yaml: text, .basic)
        } catch {
            throw SettingsError(place: place, problem: "not readable as YAML: \(Self.firstLines(error))")
        }
        guard let root, root.null == nil else { return }
        guard case .mapping(let mapping) = root else {
            throw SettingsError(place: place, problem: "must hold `key: value` lines")
        }
        try apply(mapping, prefix: "", place: place)
    }

    private mutating func apply(_ mapping: Node.Mapping, prefix: String, place: String) throws(SettingsError) {
        var seen: Set<String> = []
        for (name, node) in mapping {
            let path = prefix + (name.string ?? "")
            let line = "\(place) line \(name.mark?.line ?? 0)"
            guard seen.insert(path).inserted else { throw SettingsError(place: line, problem: "\(path): given twice") }
            if let key = SettingKey.all.first(where: { $0.path == path }) {
                try apply(key, try Self.value(node, of: key, place: line), place: line)
            } else if path == "sources" {
                access = try SourceAccess.read(node, place: place)
            } else if SettingKey.all.contains(where: { $0.path.hasPrefix(path + ".") }) {
                if node.null != nil { continue }
                guard case .mapping(let section) = node else {
                    throw SettingsError(place: line, problem: "\(path): holds keys of its own, indented below it")
                }
                try apply(section, prefix: path + ".", place: place)
            } else {
                throw SettingsError(place: line, problem: "\(path): no such key; \(Self.known(beside: prefix))")
            }
        }
    }

    private mutating func apply(
        _ key: SettingKey, _ value: SettingKey.Value, place: String
    ) throws(SettingsError) {
        guard key.read(&self, value) else {
            let shown = value.scalar ?? value.list.joined(separator: ", ")
            throw SettingsError(place: place, problem: "\(key.path): `\(shown)` is not allowed; \(key.allowed)")
        }
    }

    private static func value(
        _ node: Node, of key: SettingKey, place: String
    ) throws(SettingsError) -> SettingKey.Value {
        switch node {
        case .scalar(let scalar): return .scalar(scalar.string)
        case .sequence(let sequence):
            let members = sequence.compactMap(\.string)
            if members.count == sequence.count { return .list(members) }
        default: break
        }
        throw SettingsError(place: place, problem: "\(key.path): must be \(key.allowed)")
    }

    private static func known(beside prefix: String) -> String {
        let names = SettingKey.all.map(\.path).filter { $0.hasPrefix(prefix) }
            .map { $0.dropFirst(prefix.count).prefix { $0 != "." } }
        let distinct = names.reduce(into: [Substring]()) { if $0.last != $1 { $0.append($1) } }
        return "allowed here: " + (distinct + (prefix.isEmpty ? ["sources"] : [])).joined(separator: ", ")
    }

    /// Yams describes a YAML error over several lines: position, context and a caret.
    private static func firstLines(_ error: any Error) -> String {
        String(describing: error).split(separator: "\n").joined(separator: " ")
    }

    /// Writes a desk.yml that documents every key.
    ///
    /// Keys whose value is the default stand as comments, so that a later version's default applies.
    public func documentedYAML() -> String {
        let standard = Settings()
        var lines = [
            "# Settings of this desk. A line that starts with # shows a default; take the # away to change it.",
            "# Environment variables override: network.pageSpacing is DEMARCHE_NETWORK_PAGE_SPACING.",
        ]
        var section = ""
        for key in SettingKey.all {
            let parts = key.path.split(separator: ".")
            // A key that has a value of its own holds no others: `title.prefer` stands beside `title`.
            let isBeside = SettingKey.all.contains { $0.path == parts[0] }
            let owner = parts.count > 1 && !isBeside ? String(parts[0]) : ""
            if owner != section, !owner.isEmpty { lines += ["", "\(owner):"] }
            section = owner
            let name = owner.isEmpty ? key.path : parts.last.map(String.init) ?? key.path
            let indent = owner.isEmpty ? "" : "  "
            lines.append("")
            lines += key.summary.split(separator: "\n").map { "\(indent)# \($0)" }
            lines.append("\(indent)# Allowed: \(key.allowed). Default: \(key.write(standard))")
            let value = key.write(self)
            lines.append("\(indent)\(value == key.write(standard) ? "# " : "")\(name): \(value)")
        }
        return lines.joined(separator: "\n") + "\n\n" + SourceAccess.documentation
    }
}
