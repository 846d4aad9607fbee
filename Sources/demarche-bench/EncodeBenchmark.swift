import Encoding
import Foundation

/// One pass of the encoder on one core, in CPU time: the median of some rounds.
struct EncodeBenchmark {
    private let encoder: Encoder
    private let opening: Double
    private let rounds: Int

    init(_ options: Options) throws {
        guard let reader = options.reader else { throw UsageError() }
        let start = cpuSeconds()
        encoder = try Encoder(file: URL(filePath: reader))
        opening = cpuSeconds() - start
        rounds = 20 * options.rounds
    }

    func measure() -> Result {
        let long = text(tokens: 96)
        let short = text(tokens: 40)
        return Result(
            "encode",
            [
                ("ms for \(encoder.encode(long).tokens.count) tokens", milliseconds(long)),
                ("ms for \(encoder.encode(short).tokens.count)", milliseconds(short)),
                ("ms to open", opening * 1000),
            ])
    }

    private func milliseconds(_ text: String) -> Double {
        (0..<rounds).map { _ in
            let start = cpuSeconds()
            _ = encoder.encode(text)
            return (cpuSeconds() - start) * 1000
        }.median
    }

    /// An invented text of at most so many tokens.
    private func text(tokens: Int) -> String {
        let words = "The foreign ministers of both countries met on Tuesday to settle the quarrel over the river"
            .split(separator: " ")
        var text = ""
        for number in 0... {
            let longer = text + words[number % words.count] + " "
            let count = encoder.encode(longer).tokens.count
            guard count <= tokens, number < tokens else { return text }
            text = longer
        }
        return text
    }
}
