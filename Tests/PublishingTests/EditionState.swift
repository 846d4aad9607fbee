import Foundation
import Publishing

/// What a visitor of the output folder finds: files by name, and whether the links within them lead anywhere.
struct EditionState {
    private(set) var files: [String: String] = [:]
    private var dead: [String: [String]] = [:]

    /// The address under which the outputs are public in these tests.
    static let base = "https://desk.example/out/"

    mutating func put(_ file: OutputFile) { files[file.name] = String(decoding: file.bytes, as: UTF8.self) }

    mutating func remove(_ name: String) { files[name] = nil }

    /// The links of ours that lead to a file or a place that is not there, as `file → link`.
    var deadLinks: [String] {
        let anchors = files.filter { $0.key.hasSuffix(".html") }.mapValues { Set(Self.values("id", in: $0)) }
        return files.keys.sorted().flatMap { name -> [String] in
            guard name.hasSuffix(".html") || name.hasSuffix(".atom"), let text = files[name] else { return [] }
            return Self.values("href", in: text).compactMap { href in
                guard let (target, anchor) = Self.target(of: href, in: name) else { return nil }
                guard files[target] != nil else { return "\(name) → \(href)" }
                guard let anchor, let known = anchors[target] else { return nil }
                return known.contains(anchor) ? nil : "\(name) → \(href)"
            }
        }
    }

    /// The file and place of a link into the output folder; nil for one that leads out of it.
    private static func target(of href: String, in file: String) -> (file: String, anchor: String?)? {
        var path = href
        if path.hasPrefix(base) {
            path = String(path.dropFirst(base.count))
            if path.isEmpty { path = "index.html" }
        } else if path.contains("://") || path.hasPrefix("mailto:") {
            return nil
        } else if path.hasPrefix("#") {
            path = file + path
        } else {
            var folder = file.split(separator: "/").dropLast().map(String.init)
            while path.hasPrefix("../") {
                path = String(path.dropFirst(3))
                folder = folder.dropLast()
            }
            path = (folder + [path]).joined(separator: "/")
        }
        let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : nil)
    }

    private static func values(_ attribute: String, in text: String) -> [String] {
        text.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}
