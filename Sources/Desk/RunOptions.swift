public import Foundation

/// What is special about one run.
public struct RunOptions: Sendable {
    /// Whether nothing is stored or published.
    public var isDryRun = false
    /// Whether sources are fetched before they are due.
    public var isForced = false
    /// Ids of the only sources to fetch; empty: all.
    public var only: [String] = []
    /// Seconds: entries as old as this are taken too, also those that were only remembered.
    public var backfill: Int?
    /// A file for a line of JSON on each request; nil: none.
    public var trace: URL?

    /// Creates the options of a usual run.
    public init() {}
}

/// How far a run has come.
public struct RunProgress: Sendable {
    /// Sources visited.
    public var visited: Int
    /// Sources to visit.
    public var total: Int
    /// Articles read.
    public var articles: Int
    /// Articles kept.
    public var kept: Int

    /// One line for a terminal.
    public var text: String { "sources \(visited)/\(total)   articles \(articles)   kept \(kept)" }
}
