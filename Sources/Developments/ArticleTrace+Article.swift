internal import Curation
internal import Notation

extension ArticleTrace {
    /// Creates the trace of an article that is not yet in a story.
    init(_ article: Article, ownerGroup: String) {
        self.init(
            articleID: article.id, storyID: "", time: article.sortTime, ownerGroup: ownerGroup,
            address: PageAddress.normal(article.canonicalURL),
            shingles: Fingerprint.shingles(of: FoldedWords.words(of: article.text)),
            words: StoryTerms.words(of: article), parties: StoryTerms.names(of: article),
            duplicateOf: article.duplicateOf ?? "")
        primaryParties =
            article.curated.events.first { $0.isPrimary }.map { Set($0.actors + $0.recipients).sorted() } ?? []
        pairs = StoryTerms.pairs(of: article.curated.events).sorted()
        isDated = article.published != nil
        fetched = article.fetched
    }
}
