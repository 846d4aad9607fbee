import Developments
import Notation

/// How `developments.atom` writes what is left of an entry.
extension Tombstone {
    /// The days for which it is kept.
    static let days = 90

    /// Writes the element (RFC 6721, section 3).
    func write(tags: TagURI, _ xml: inout XMLWriter) {
        xml.element("at:deleted-entry", ["ref": tags(developmentID), "when": time.description])
        xml.newLine()
    }
}
