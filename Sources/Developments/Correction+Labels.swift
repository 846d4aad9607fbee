internal import Curation

extension Correction {
    /// Returns a `set` as the file has it: codes for the names of states and bodies, our words for what people read.
    ///
    /// - Parameter codes: the codes that a name or a code stands for; none for an unknown one.
    /// - Returns: the correction, which may still be refused by ``check()``.
    /// - Throws: ``CorrectionError`` when a name stands for no state or body, or for several.
    public func written(codes: (String) -> Set<String>) throws(CorrectionError) -> Correction {
        guard verb == .set, let field = CorrectedField(written: detail) else { return self }
        var result = self
        if field.takesCodes {
            var parts: [String] = []
            for part in value.split(separator: "|") {
                let name = String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
                let found = codes(name).sorted()
                guard let code = found.first, found.count == 1 else {
                    throw CorrectionError(
                        found.isEmpty
                            ? "`\(name)` is no state or body that the lexicon knows; write its code, such as SRB"
                            : "`\(name)` could be \(found.joined(separator: ", ")): write the code")
                }
                parts.append(code)
            }
            result.value = parts.joined(separator: "|")
        } else if !field.allows(value) {
            let word = String(value.map { $0 == " " || $0 == "-" ? "_" : $0 })
            result.value = [word.lowercased(), word.uppercased()].first(where: field.allows) ?? value
        }
        return result
    }
}

extension CorrectedField {
    /// Whether the column holds codes of states and bodies.
    fileprivate var takesCodes: Bool {
        switch self {
        case .actors, .recipients, .mediators, .onRecordBy, .venueCountry: true
        case .title, .type, .mode, .modality, .status, .phase, .venuePlace, .dateStart, .dateEnd: false
        }
    }
}
