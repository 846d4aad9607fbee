internal import Curation
internal import Notation

/// One run of grouping: the state while articles are placed one after the other.
struct GroupingSession {
    private let sources: [String: Source]
    private let labels: [String: String]
    private let now: Timestamp
    private var traces: [String: ArticleTrace] = [:]
    private var copies = CopyIndex()
    private var stories: StoryIndex
    private var storyByID: [String: Story]
    private var developments: [String: Development] = [:]
    private var developmentsOfStory: [String: [String]] = [:]
    private var developmentsOfArticle: [String: [String]] = [:]
    private var developmentsOfDay: [DayInterval: [String]] = [:]
    private var changes: ChangeLog
    private var sameAct: SameAct
    private var output = GroupingResult()
    private var touchedStories: Set<String> = []
    private var touchedDevelopments: [String] = []

    init(articles: [Article], sources: [String: Source], state: GroupingState, labels: [String: String], now: Timestamp)
    {
        self.sources = sources
        self.labels = labels
        self.now = now
        sameAct = SameAct(sources: sources)
        changes = ChangeLog(sources: sources, labels: labels, now: now)
        storyByID = Dictionary(state.stories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let again = Set(articles.map(\.id))
        // An article that is placed again must not find itself.
        let past = state.traces.filter { !again.contains($0.articleID) }
        for article in articles {
            traces[article.id] = ArticleTrace(
                article, ownerGroup: sources[article.sourceID]?.ownerGroup ?? article.sourceID)
        }
        stories = StoryIndex(traces: past + articles.compactMap { [traces] in traces[$0.id] })
        for trace in past {
            copies.add(trace)
            stories.add(trace)
        }
        for trace in state.traces where again.contains(trace.articleID) {
            traces[trace.articleID]?.storyID = trace.storyID
        }
        for trace in past { traces[trace.articleID] = trace }
        for development in state.developments { add(development) }
    }

    private mutating func add(_ development: Development) {
        developments[development.id] = development
        developmentsOfStory[development.storyID, default: []].append(development.id)
        for report in development.reports {
            index(development.id, by: report)
            let known = developmentsOfArticle[report.articleID, default: []]
            if !known.contains(development.id) { developmentsOfArticle[report.articleID] = known + [development.id] }
        }
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
        // Analysis belongs to a story, but opens no development and is no source of one.
        let isAnalysis = sources[article.sourceID]?.kind == .thinkTank
        let placed = report(isKept && !isAnalysis ? article.curated.events : [], of: article, in: trace.storyID)
        output.placements.append(
            GroupingResult.Placement(
                articleID: article.id, storyID: isKept ? trace.storyID : "", developmentIDs: placed,
                duplicateOf: article.duplicateOf))
        guard isKept else { return }
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
        if story.title.isEmpty { story.title = StoryTitle.text(article, labels: labels) }
        story.lastReport = max(story.lastReport, article.sortTime)
        if storyByID[id] != story {
            storyByID[id] = story
            touchedStories.insert(id)
        }
        return id
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

    private mutating func index(_ id: String, by report: Report) {
        guard let interval = report.actInterval, SameAct.mutual.contains(report.event.type),
            developmentsOfDay[interval]?.contains(id) != true
        else { return }
        developmentsOfDay[interval, default: []].append(id)
    }

    // MARK: Developments

    /// Puts an article's events in the place of what it reported before; returns their developments.
    private mutating func report(_ events: [Event], of article: Article, in storyID: String) -> [String] {
        let before = developmentsOfArticle[article.id] ?? []
        let cause: Change.Cause = before.isEmpty ? .article : .edit
        for id in before { changes.remember(developments[id]) }
        var placed: [String] = []
        for event in events {
            let report = Report(article: article, event: event, prominence: Self.prominence(of: event, in: article))
            let id = development(for: report, in: storyID, own: before, taken: placed)
            placed.append(id)
        }
        for id in before where !placed.contains(id) { withdraw(article.id, from: id) }
        developmentsOfArticle[article.id] = placed
        for id in Set(before + placed).sorted() { changes.note(developments[id], cause: cause, articleID: article.id) }
        return placed
    }

    /// Finds the development of a report, or opens one.
    private mutating func development(for report: Report, in storyID: String, own: [String], taken: [String]) -> String
    {
        let id =
            continued(report, own: own, taken: taken) ?? matching(report, in: storyID, taken: taken + own)
            ?? ContentHash.identifier("d", [report.articleID, report.event.evidence.text, report.event.type.rawValue])
        var development =
            developments[id] ?? Development(id: id, storyID: storyID, firstSeen: now, reports: [])
        changes.remember(developments[id])
        if let index = development.reports.firstIndex(where: { $0.articleID == report.articleID }) {
            development.reports[index] = report
        } else {
            development.reports.append(report)
        }
        if developments[id] == nil {
            developmentsOfStory[storyID, default: []].append(id)
            changes.open(id)
        }
        developments[id] = development
        index(id, by: report)
        touch(id)
        return id
    }

    /// The development in which this article told the same act before it was edited, whatever else it says of it now.
    private mutating func continued(_ report: Report, own: [String], taken: [String]) -> String? {
        let parties = Set(report.event.actors + report.event.recipients)
        var best: (id: String, likeness: Double)?
        for id in own where !taken.contains(id) {
            guard let old = developments[id]?.reports.first(where: { $0.articleID == report.articleID }),
                old.event.type == report.event.type
            else { continue }
            let likeness = sameAct.likeness(old.event.evidence.text, report.event.evidence.text)
            let hasSameParties = parties == Set(old.event.actors + old.event.recipients)
            guard hasSameParties || likeness >= SameAct.likeness else { continue }
            let rank = likeness + (hasSameParties ? 1 : 0)
            if let present = best, present.likeness >= rank { continue }
            best = (id, rank)
        }
        return best?.id
    }

    private mutating func matching(_ report: Report, in storyID: String, taken: [String]) -> String? {
        var best: (id: String, score: Int)?
        for id in developmentsOfStory[storyID] ?? [] where !taken.contains(id) {
            guard let development = developments[id], development.mergedInto == nil,
                case .same(let score) = sameAct.compare(report, with: development)
            else { continue }
            if let present = best, present.score >= score { continue }
            best = (id, score)
        }
        return best?.id
    }

    /// Takes a report back; the last one stays, marked as retracted, so that the development keeps its evidence.
    private mutating func withdraw(_ articleID: String, from id: String) {
        guard var development = developments[id],
            let index = development.reports.firstIndex(where: { $0.articleID == articleID })
        else { return }
        if development.reports.count > 1 {
            development.reports.remove(at: index)
        } else {
            development.reports[index].event.status = .retracted
        }
        developments[id] = development
        touch(id)
    }

    private mutating func touch(_ id: String) {
        if !touchedDevelopments.contains(id) { touchedDevelopments.append(id) }
    }

    private static func prominence(of event: Event, in article: Article) -> Prominence {
        if event.isPrimary || event.evidence.part == .title { return .title }
        // The lead is the first two paragraphs.
        var (paragraphs, offset) = (1, 0)
        var isBreak = false
        for scalar in article.text.unicodeScalars {
            if offset >= event.evidence.start { break }
            if scalar == "\n" {
                if isBreak { paragraphs += 1 }
                isBreak.toggle()
            } else {
                isBreak = false
            }
            offset += 1
        }
        return paragraphs <= 2 ? .lead : .body
    }

    // MARK: Result

    mutating func result() -> GroupingResult {
        for id in touchedDevelopments {
            guard var development = developments[id] else { continue }
            output.changes += changes.finish(&development)
            output.developments.append(development)
        }
        output.stories = touchedStories.sorted().compactMap { storyByID[$0] }
        return output
    }
}

/// The title of a story: who with whom, and about what.
enum StoryTitle {
    static func text(_ article: Article, labels: [String: String]) -> String {
        let primary = article.curated.events.first { $0.isPrimary } ?? article.curated.events.first
        let parties = (primary.map { $0.actors + $0.recipients } ?? article.curated.countries).prefix(3)
        let names = parties.reduce(into: [String]()) { names, code in
            let name = primary?.actorLabels[code] ?? labels[code] ?? code
            if !names.contains(name) { names.append(name) }
        }
        let topic = article.curated.topics.first?.replacing("-", with: " ") ?? ""
        return [names.joined(separator: " – "), topic].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}
