/// What a text is about: hashed terms with weights, by rising hash.
public struct TermVector: Hashable, Sendable {
    /// A term and how much of the text is about it.
    public struct Term: Hashable, Sendable {
        /// The hash of the folded term.
        public var hash: UInt64
        /// Its weight within the text, before the rarity of the term is counted in.
        public var weight: Float

        /// Creates a term.
        public init(hash: UInt64, weight: Float) {
            self.hash = hash
            self.weight = weight
        }
    }

    /// The terms, each hash once, by rising hash.
    public private(set) var terms: [Term]

    /// Creates a vector; terms of one hash are summed.
    public init(_ terms: [Term] = []) {
        self.terms = []
        self.terms.reserveCapacity(terms.count)
        for term in terms.sorted(by: { $0.hash < $1.hash }) {
            if let last = self.terms.indices.last, self.terms[last].hash == term.hash {
                self.terms[last].weight += term.weight
            } else {
                self.terms.append(term)
            }
        }
    }
}
