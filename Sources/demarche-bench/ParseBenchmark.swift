import FeedParsing
import Foundation

/// Feed parsing against libxml2's passes over the same bytes, in one process on one core, in CPU time.
struct ParseBenchmark {
    private let rounds: Int
    private let corpus = FeedCorpus(feeds: 500, size: 100_000)
    private let context = ParseContext(url: "https://wire.example/feeds/all.xml")

    init(rounds: Int) {
        self.rounds = rounds
    }

    /// Parses every feed in full, sanitised and with absolute URLs; the best of the rounds.
    ///
    /// The ratio is over the XML feeds alone, for libxml2 reads no JSON.
    func measure() throws -> Result {
        try check()
        let xml = corpus.documents.filter(\.isXML).map(\.bytes)
        let json = corpus.documents.filter { !$0.isXML }.map(\.bytes)
        var best = [Double](repeating: .infinity, count: 4)
        // In turn, so that a machine that slows down slows all alike.
        for _ in 0..<rounds {
            best[0] = min(best[0], seconds(xml) { _ = FeedParser().parse($0, context: context) })
            best[1] = min(best[1], seconds(json) { _ = FeedParser().parse($0, context: context) })
            best[2] = min(best[2], seconds(xml, LibXML2Pass.sax))
            best[3] = min(best[3], seconds(xml, LibXML2Pass.tree))
        }
        let megabytes = (xml: Self.megabytes(xml), json: Self.megabytes(json))
        return Result(
            "parse",
            [
                ("MB/s", (megabytes.xml + megabytes.json) / (best[0] + best[1])),
                ("MB/s of XML", megabytes.xml / best[0]),
                ("MB/s libxml2 SAX", megabytes.xml / best[2]), ("MB/s libxml2 tree", megabytes.xml / best[3]),
                ("of its tree", best[3] / best[0]), ("MB", megabytes.xml + megabytes.json),
                ("feeds", Double(corpus.documents.count)),
            ])
    }

    /// A fast parse that loses entries is no parse.
    private func check() throws {
        for (number, document) in corpus.documents.enumerated() {
            let found = FeedParser().parse(document.bytes, context: context).entries.count
            guard found == document.entries else {
                throw ChildFailed(what: "feed \(number) of the corpus: \(found) entries of \(document.entries)")
            }
        }
    }

    private func seconds(_ documents: [[UInt8]], _ work: ([UInt8]) -> Void) -> Double {
        let start = cpuSeconds()
        for document in documents { work(document) }
        return cpuSeconds() - start
    }

    private static func megabytes(_ documents: [[UInt8]]) -> Double {
        Double(documents.reduce(0) { $0 + $1.count }) / 1e6
    }
}
