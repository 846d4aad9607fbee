import CEncoding

/// What the encoder makes of a text: a vector for each of its tokens, and their means.
public struct EncodedText: Sendable {
    /// The bytes of the text (in UTF-8) that each token came from; nil for those that the encoder sets around it.
    ///
    /// A token that begins a word has the space before it in its range. A text longer than the encoder reads has fewer
    /// tokens than words.
    public let tokens: [Range<Int>?]
    /// The mean of all tokens after the last layer.
    public let pooled: [Float]
    /// The mean of all tokens after the layer at which stories are compared.
    public let story: [Float]
    /// The numbers of the tokens' pieces.
    let numbers: [UInt32]
    /// The vectors of the tokens after the last layer, one after another.
    let states: [Float]

    /// The mean of the tokens that a part of the text overlaps, after the last layer.
    ///
    /// - Parameter range: bytes of the text.
    /// - Returns: nil when no token overlaps it: it is empty, or lies behind what the encoder reads.
    public func mean(overBytes range: Range<Int>) -> [Float]? {
        let size = pooled.count
        var sum = [Float](repeating: 0, count: size)
        var count: Float = 0
        for (token, source) in tokens.enumerated() {
            guard let source, source.overlaps(range) else { continue }
            states.withUnsafeBufferPointer { states in
                guard let base = states.baseAddress else { return }
                encoding_add(&sum, base + token * size, size)
            }
            count += 1
        }
        return count > 0 ? sum.map { $0 / count } : nil
    }
}
