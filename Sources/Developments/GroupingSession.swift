internal import Curation
internal import Notation

/// One run of grouping: the state while articles are placed one after the other.
struct GroupingSession {
    let sources: [String: Source]
    let labels: [String: String]
    let now: Timestamp
    let corrections: Corrections
    /// The developments that a person made of several.
    let mergeTargets: Set<String>
    private let reread: Grouper.Reread?
    private let headlines: HeadlineReader
    private let titles: TitleRules
    private var traces: [String: ArticleTrace] = [:]
    private var copies = CopyIndex()
    private var stories: StoryIndex
    private var storyByID: [String: Story]
    private var developmentsOfDay: [DayInterval: [String]] = [:]
    private var touchedStories: Set<String> = []
    private var touched: [String] = []
    private var isTouched: Set<String> = []
    var developments: [String: Development] = [:]
    var developmentsOfStory: [String: [String]] = [:]
    var developmentsOfArticle: [String: [String]] = [:]
    /// By their parties in alphabetical order.
    private(set) var developmentsOfParties: [[String]: [String]] = [:]
    var changes: ChangeLog
    var sameAct: SameAct
    var output = GroupingResult()

    init(
        articles: [Article], sources: [String: Source], state: GroupingState, corrections: Corrections,
        grouper: Grouper, now: Timestamp
    ) {
        self.sources = sources
        self.now = now
        self.corrections = corrections
        mergeTargets = Set(corrections.merges.values)
        labels = grouper.labels
        reread = grouper.reread
        headlines = grouper.headlines
        titles = grouper.titles
        changes = ChangeLog(sources: sources, labels: grouper.labels, now: now)
        storyByID = Dictionary(state.stories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let again = Set(articles.map(\.id))
        // An article that is placed again must not find itself.
        let past = state.traces.filter { !again.contains($0.articleID) }
        let new = articles.map { ArticleTrace($0, ownerGroup: sources.outlet(of: $0).ownerGroup) }
        stories = StoryIndex(
            past: past, new: new, commonness: grouper.commonness, stateWords: grouper.stateWords)
        for trace in past {
            copies.add(trace)
            stories.add(trace)
            traces[trace.articleID] = trace
        }
        for trace in new { traces[trace.articleID] = trace }
        sameAct = SameAct(
            sources: sources, undated: Set(traces.values.filter { !$0.isDated }.map(\.articleID)))
        for trace in state.traces where again.contains(trace.articleID) {
            traces[trace.articleID]?.storyID = trace.storyID
        }
        for development in state.developments { add(development) }
    }

    private mutating func add(_ development: Development) {
        developments[development.id] = development
        // The reports of a merged one are told by the one that it is merged into.
        guard development.mergedInto == nil else { return }
        index(development)
    }

    /// Places one article: its copies, its story, its events.
    mutating func place(_ article: Article) {
        guard var trace = traces[article.id] else { return }
        var article = article
        let isKept = article.curated.decision == .kept
        article.duplicateOf = isKept ? copies.original(of: trace) : nil
        trace.duplicateOf = article.duplicateOf ?? ""
        trace.storyID = isKept ? story(of: article, trace: trace) : trace.storyID
        traces[article.id] = trace
        if isKept, article.published == nil, let day = inferDates(of: &article, in: trace.storyID) {
            article.published = Timestamp(date: day, secondOfDay: 43_200)
        }
        // Analysis belongs to a story, but opens no development and is no source of one.
        let isAnalysis = sources.outlet(of: article).kind == .thinkTank || headline(of: article).isBarred
        let placed = report(isKept && !isAnalysis ? article.curated.events : [], of: article, in: trace.storyID)
        output.placements.append(
            GroupingResult.Placement(
                articleID: article.id, storyID: isKept ? trace.storyID : "", developmentIDs: placed,
                duplicateOf: article.duplicateOf))
        guard isKept else { return retitle(trace.storyID, without: article) }
        output.traces.append(trace)
        copies.add(trace)
        stories.add(trace)
    }

    // MARK: Stories

    /// The story an article is already in, that of its original, the most similar one, or a new one.
    private mutating func story(of article: Article, trace: ArticleTrace) -> String {
        let original = article.duplicateOf.flatMap { traces[$0]?.storyID }
        let known =
            [trace.storyID, original ?? ""].first { !$0.isEmpty } ?? storyOfSameAct(article) ?? stories.story(of: trace)
        let id = known ?? ContentHash.identifier("s", [article.id])
        var story = storyByID[id] ?? Story(id: id, title: "", lastReport: article.sortTime)
        let headline = headline(of: article)
        if story.title.isEmpty, !headline.isBarred, sources[article.sourceID]?.isPrivate != true {
            (story.title, story.sourceID) = (headline.text, article.sourceID)
        }
        story.lastReport = max(story.lastReport, article.sortTime)
        if storyByID[id] != story {
            storyByID[id] = story
            touchedStories.insert(id)
        }
        return id
    }

    /// Calls a story by another article's headline when the one after which it was called is gone.
    private mutating func retitle(_ id: String, without article: Article) {
        var first = article
        first.title = article.titleFirstSeen
        guard var story = storyByID[id], story.sourceID == article.sourceID,
            [headline(of: article).text, headline(of: first).text].contains(story.title)
        else { return }
        let reports = (developmentsOfStory[id] ?? []).flatMap { developments[$0]?.reports ?? [] }
        let next = reports.first { $0.headline?.isBarred != true && sources[$0.sourceID]?.isPrivate != true }
        (story.title, story.sourceID) = (next?.headline?.text ?? next?.title ?? "", next?.sourceID ?? "")
        storyByID[id] = story
        touchedStories.insert(id)
    }

    /// The story of a development that the article tells beyond doubt, found by the days of the act.
    private mutating func storyOfSameAct(_ article: Article) -> String? {
        for event in article.curated.events {
            let report = Report(article: article, event: event, prominence: .body)
            guard let interval = report.actInterval else { continue }
            for id in developmentsOfDay[interval] ?? [] {
                guard let development = developments[id], sameAct.isPinned(report, to: development) else { continue }
                return development.storyID
            }
        }
        return nil
    }

    /// Dates the acts of an article that does not say when it was published, by the story that it belongs to.
    ///
    /// Such an article mostly names the day of its publication first ("said on Tuesday"): it is taken for the first such
    /// day after the newest dated article of the story.
    ///
    /// - Returns: the day of publication; nil when nothing tells it.
    private func inferDates(of article: inout Article, in story: String) -> CalendarDate? {
        guard let reread, let newest = stories.latestDate(of: story),
            let weekday = Weekdays.named(in: article.text).first
        else { return nil }
        let day = Weekdays.day(weekday, from: newest.date)
        let again = reread(article, day).events
        for index in article.curated.events.indices where article.curated.events[index].date == nil {
            let event = article.curated.events[index]
            guard var date = again.first(where: { $0.evidence == event.evidence && $0.type == event.type })?.date else {
                continue
            }
            // "On Monday, reports said that they meet on Friday": a plan is for the day that is named last.
            let named = Weekdays.named(in: (date.evidence ?? event.evidence).text)
            if event.modality != .occurred, named.count > 1, date.start?.weekday == named[0], let last = named.last {
                date.start = Weekdays.day(last, from: day)
                date.end = date.start
            }
            date.inferred = true
            article.curated.events[index].date = date
        }
        return day
    }

    // MARK: Developments

    /// Makes a development findable by its story, its articles and its days.
    mutating func index(_ development: Development) {
        let (id, story) = (development.id, development.storyID)
        if developmentsOfStory[story]?.contains(id) != true { developmentsOfStory[story, default: []].append(id) }
        for report in development.reports { index(id, by: report) }
    }

    /// Makes a development findable by one of its reports.
    mutating func index(_ id: String, by report: Report) {
        if developmentsOfArticle[report.articleID]?.contains(id) != true {
            developmentsOfArticle[report.articleID, default: []].append(id)
        }
        let parties = Reversal.parties(report.event)
        if parties.count > 1, developmentsOfParties[parties]?.contains(id) != true {
            developmentsOfParties[parties, default: []].append(id)
        }
        guard let interval = report.actInterval, SameAct.mutual.contains(report.event.type),
            developmentsOfDay[interval]?.contains(id) != true
        else { return }
        developmentsOfDay[interval, default: []].append(id)
    }

    /// Puts a development in the place of what it was before.
    mutating func store(_ development: Development) {
        developments[development.id] = development
        if isTouched.insert(development.id).inserted { touched.append(development.id) }
    }

    // MARK: Result

    mutating func result() -> GroupingResult {
        for id in touched {
            guard var development = developments[id] else { continue }
            let changed = changes.finish(&development)
            if !changed.isEmpty { development.titleArticleID = "" }
            development.titleArticleID = titleArticleID(of: development)
            output.changes += changed
            output.developments.append(development)
        }
        output.stories = touchedStories.sorted().compactMap { storyByID[$0] }
        return output
    }

    // MARK: Titles

    /// What may be shown of an article's headline, and what kind of piece it announces.
    func headline(of article: Article) -> Headline {
        headlines.read(
            article.title, of: sources.outlet(of: article),
            called: article.outlet == nil ? sources[article.sourceID]?.title ?? "" : "")
    }

    /// The article whose words are a development's title.
    private func titleArticleID(of development: Development) -> String {
        let facts = development.facts(sources: sources, labels: labels, titles: titles)
        return facts?.titleReport.map { development.reports[$0].articleID } ?? ""
    }
}
