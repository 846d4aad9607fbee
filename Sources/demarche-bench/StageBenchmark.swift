import ArticleExtraction
import Curation
import Foundation
import Notation

/// The pure stages over the sample newsroom, in this process: best of some rounds, in CPU time.
struct StageBenchmark {
    private let rounds: Int
    private let newsroom: URL

    init(_ options: Options) throws {
        rounds = options.rounds
        newsroom = try DataFiles.companion("sample").appending(path: "snapshot-1")
    }

    func curate() throws -> Result {
        let extractor = ArticleExtractor()
        let articles = try files { $0.pathExtension == "html" && $0.lastPathComponent != "index.html" }.map { page in
            let article = extractor.extract(page, url: nil)
            return ArticleText(title: article.title ?? "", text: article.text, published: article.published)
        }
        let curator = Curator(lexicon: try Lexicon.standard())
        let seconds = best {
            for article in articles { _ = curator.curate(article) }
        }
        return Result(
            "curate", [("articles/s", Double(articles.count) / seconds), ("articles", Double(articles.count))])
    }

    /// The CPU seconds of one pass, best of the rounds; each round repeats the work for half a second.
    private func best(_ work: () -> Void) -> Double {
        work()
        return (0..<rounds).map { _ in
            var passes = 0
            let start = cpuSeconds()
            repeat {
                work()
                passes += 1
            } while cpuSeconds() - start < 0.5
            return (cpuSeconds() - start) / Double(passes)
        }.min() ?? 1
    }

    private func files(_ isWanted: (URL) -> Bool) throws -> [[UInt8]] {
        let all =
            FileManager.default.enumerator(at: newsroom, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter(isWanted).sorted { $0.path < $1.path } ?? []
        return try all.map { Array(try Data(contentsOf: $0)) }
    }
}

/// The CPU seconds of this process so far.
func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
