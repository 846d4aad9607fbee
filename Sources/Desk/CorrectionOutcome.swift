import Developments

/// What became of a correction.
public struct CorrectionOutcome: Presentable, Sendable {
    /// The lines added to `Feeds/corrections.tsv`.
    public internal(set) var lines: [String]
    /// What was taken back, in words; nil for what is no `undo`.
    public internal(set) var undone: String?
    /// What each article that was kept is published as.
    public internal(set) var published: [Publication] = []
    /// The published files that changed.
    public internal(set) var written: [String] = []
    /// Whether another run holds the desk, which will follow the lines, or the next one.
    public internal(set) var isWaiting = false
    /// Whether what was taken back is as if it had never been done; false when articles that came since stand on it.
    public internal(set) var isRestored = true

    /// What an article that was kept is published as.
    public struct Publication: Encodable, Sendable {
        let article: String
        let title: String
        let developments: [Act]
    }

    /// An act of a kept article.
    struct Act: Encodable, Sendable {
        let development: String
        let type: String
        let parties: [String]
        let sentence: String
    }

    /// Readable lines.
    public var text: String {
        let words = lines.map { line in
            "wrote to Feeds/corrections.tsv: " + line.split(separator: "\t").dropFirst().joined(separator: " ")
        }
        let taken = undone.map { ["took back: \($0)"] } ?? []
        let since =
            undone == nil || isWaiting || isRestored
            ? [] : ["articles that came since stand on it: what they tell was kept, the rest was grouped again"]
        let end =
            isWaiting
            ? "a run is under way; the next one follows it"
            : written.isEmpty ? "nothing published changed" : "published: \(written.joined(separator: ", "))"
        return Terminal.lines(words + taken + since + published.flatMap(\.lines) + [end])
    }
}

extension CorrectionOutcome.Publication {
    /// What of the article is published, for a person.
    fileprivate var lines: [String] {
        guard !developments.isEmpty else {
            return ["\(article) “\(title)” tells no act between parties that could be read: it is in articles.csv only"]
        }
        return developments.map { act in
            "\(article) is published in \(act.development): \(act.type) \(act.parties.joined(separator: ", ")) "
                + "“\(act.sentence)”"
        }
    }
}

extension Correction {
    /// What was done, to what and when, for a person.
    var words: String {
        let done =
            switch verb {
            case .keep, .drop, .undo: "\(verb.rawValue) \(target)"
            case .set: "set \(target) \(detail) to “\(value)”"
            case .mute: "mute \(detail) “\(target)” until \(value)"
            case .merge: "merge \(detail) into \(target)"
            case .split: "split \(detail) out of \(target)"
            }
        return "\(done), of \(when)" + (because.isEmpty ? "" : ", because “\(because)”")
    }
}
