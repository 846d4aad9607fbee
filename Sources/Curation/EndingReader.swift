/// Tells what a sentence says of the end of an act: that a meeting is off, put off, on again or cut short, that a deal is undone.
///
/// What is only threatened, asked for, weighed or denied ("has not been cancelled") has not come to an end.
struct EndingReader {
    let reading: Reading

    /// How an act ends.
    enum Ending {
        case cancelled, postponed, backOn, cutShort, undone
    }

    /// Tells how an act ends, and by which token.
    ///
    /// - Parameters:
    ///   - trigger: the token that tells the act.
    ///   - range: the sentence.
    /// - Returns: the first such word; nil where the act goes on.
    func ending(near trigger: Int, in range: Range<Int>) -> (ending: Ending, token: Int)? {
        for token in range where abs(token - trigger) <= Self.reach {
            guard let ending = ending(at: token, range), isAsserted(token, range), isOfOneClause(token, trigger) else {
                continue
            }
            return (ending, token)
        }
        return nil
    }

    private static let reach = 14

    private func ending(at token: Int, _ range: Range<Int>) -> Ending? {
        let (word, next) = (word(token), token + 1 < range.upperBound ? self.word(token + 1) : "")
        if Self.cancelling.contains(where: word.hasPrefix)
            || ["call", "calls", "called", "calling"].contains(word) && next == "off"
        {
            return .cancelled
        }
        if Self.postponing.contains(where: word.hasPrefix)
            || ["put", "puts"].contains(word) && ["off", "on"].contains(next)
        {
            return next == "on" && (token + 2 >= range.upperBound || self.word(token + 2) != "hold") ? nil : .postponed
        }
        if word == "back", next == "on" { return .backOn }
        if ["cut", "cuts", "cutting"].contains(word),
            (token + 1..<min(token + 5, range.upperBound)).contains(where: { self.word($0) == "short" })
        {
            return .cutShort
        }
        if Self.undoing.contains(where: word.hasPrefix) { return .undone }
        return Self.undoingPairs[word]?.contains(next) == true ? .undone : nil
    }

    /// Whether the end is told as done: by a verb that is not denied, planned or asked for.
    private func isAsserted(_ token: Int, _ range: Range<Int>) -> Bool {
        if let before = reading.previous(token, in: range),
            !reading.cues[before].isDisjoint(with: [.determiner, .preposition, .to])
        {
            return false
        }
        let near = max(range.lowerBound, token - 4)..<token
        return reading.cues(in: near).isDisjoint(with: [.negation, .future, .hypothetical])
    }

    /// Whether no other clause begins between the end and the act.
    private func isOfOneClause(_ token: Int, _ trigger: Int) -> Bool {
        (min(token, trigger) + 1..<max(token, trigger, min(token, trigger) + 1)).allSatisfy {
            reading.cues[$0].isDisjoint(with: [.subordinate, .relative, .contrast])
                || !reading.cues[$0].isDisjoint(with: .against)
        }
    }

    private func word(_ index: Int) -> String { reading.text(index..<(index + 1)).lowercased() }

    private static let cancelling = ["cancel", "scrap", "shelv", "axed", "axes"]
    private static let postponing = ["postpon", "reschedul", "deferred", "defers", "delays", "delayed"]
    private static let undoing = [
        "collaps", "terminat", "unravel", "annul", "rescind", "revok", "abrogat", "renounc", "repudiat", "withdraws",
        "withdrew", "withdrawn",
    ]
    private static let undoingPairs: [String: Set<String>] = [
        "tear": ["up"], "tears": ["up"], "tore": ["up"], "torn": ["up"], "rip": ["up"], "rips": ["up"],
        "ripped": ["up"],
        "fall": ["apart"], "falls": ["apart"], "fell": ["apart"], "fallen": ["apart"], "break": ["down"],
        "breaks": ["down"], "broke": ["down"], "broken": ["down"], "pull": ["out"], "pulls": ["out"], "pulled": ["out"],
    ]
}
