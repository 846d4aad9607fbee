import Developments
import Notation

/// Writes `status.json`, for monitoring.
///
/// Sources that may not be shown are counted, not named.
enum StatusJSON {
    static func bytes(
        _ facts: RunFacts, developments: Int, articles: Int, sources: [String: Source], version: String
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("generator", "demarche \(version)")
            json.member("last_run", facts.lastRun?.description)
            json.member("last_success", facts.lastSuccess?.description)
            json.object("sources") { json in
                json.member("ok", facts.sourcesOK)
                json.member("failing", facts.sourcesFailing)
                json.member("oldest_success", facts.oldestSuccess?.description)
            }
            json.object("published") { json in
                json.member("developments", developments)
                json.member("articles", articles)
            }
            if let audit = facts.audit {
                json.object("checked") { json in
                    json.member("fields", audit.count)
                    json.member("right", audit.right)
                    json.member("words", audit.words)
                }
            }
            json.array("failing") { json in
                for failure in facts.failing.sorted(by: { $0.sourceID < $1.sourceID }) {
                    guard let source = sources[failure.sourceID] else { continue }
                    json.object { json in
                        json.member("source", source.id)
                        json.member("title", PlainText.line(source.title))
                        json.member("last_success", failure.lastSuccess?.description)
                        json.member("error", words(failure.words))
                    }
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    /// An address in a message may carry a subscriber's key: it is left out, whoever wrote the message.
    static func words(_ text: String) -> String {
        PlainText.line(text).split(separator: " ").map { $0.contains("://") ? "(address)" : String($0) }
            .joined(separator: " ")
    }
}
