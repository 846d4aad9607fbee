import ArgumentParser
import Desk
import Notation

/// Why a person decides; stays on the desk.
struct BecauseOption: ParsableArguments {
    @Option(help: ArgumentHelp("Why; written into Feeds/corrections.tsv and never published.", valueName: "words"))
    var because = ""
}

struct Review: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "List what waits for a person: doubtful articles, pairs and claims.",
        discussion: """
            Nothing of it is published. Articles are dropped by themselves after 14 days.

              demarche review
            """)

    @OptionGroup var desk: DeskOptions
    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(try await desk.open().review(now: try desk.clock()))
    }
}

struct Keep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep", abstract: "Publish articles, whatever curation says of them.",
        discussion: """
            Says what is published of each.

              demarche keep a-mx4 --because 'the visit is the news'
            """)

    @OptionGroup var desk: DeskOptions

    @Argument(help: "Ids of articles; may be shortened.")
    var ids: [String]

    @OptionGroup var reason: BecauseOption
    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(
            try await desk.open().decide(isKept: true, articles: ids, because: reason.because, now: try desk.clock()))
    }
}

struct Drop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Do not publish articles, whatever curation says of them.",
        discussion: """
            Takes all that they say out of the outputs; an act that nobody else tells leaves the feed with a tombstone \
            (RFC 6721). Months in archive/ stay as they were.

              demarche drop a-mx4 --because 'a football match'
            """)

    @OptionGroup var desk: DeskOptions

    @Argument(help: "Ids of articles; may be shortened.")
    var ids: [String]

    @OptionGroup var reason: BecauseOption
    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(
            try await desk.open().decide(isKept: false, articles: ids, because: reason.because, now: try desk.clock()))
    }
}

struct SetField: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Give a field of a development a value that outranks every report.",
        discussion: """
            Fields are columns of developments.csv: title, type, mode, modality, status, phase, actors, recipients, \
            mediators, on_record_by, venue_place, venue_country, event_date_start, event_date_end.

              demarche set d-kq7 venue_place Istanbul --because 'the ministry says so'
              demarche set d-kq7 mediators 'EU|Serbia'         names or codes
            """)

    @OptionGroup var desk: DeskOptions

    @Argument(help: "The id of a development; may be shortened.")
    var id: String

    @Argument(help: "The field.")
    var field: String

    @Argument(help: "Its value, as in the CSV; '' for unknown.")
    var value: String

    @OptionGroup var reason: BecauseOption
    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(
            try await desk.open().set(field, of: id, to: value, because: reason.because, now: try desk.clock()))
    }
}

struct Mute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mute", abstract: "Publish nothing of a story, of a source or with a word, until a day.",
        discussion: """
            What looks like an id or an address and is none of this desk is refused; all else is words.

              demarche mute s-p2r --until 2026-04-01
              demarche mute 'world cup' --until 2026-07-20
            """)

    @OptionGroup var desk: DeskOptions

    @Argument(help: "The id of a story, the id, address or title of a source, or words.")
    var target: String

    @Option(help: ArgumentHelp("The last day.", valueName: "day"))
    var until: String

    @OptionGroup var reason: BecauseOption
    @OptionGroup var format: FormatOptions

    func run() async throws {
        guard let day = CalendarDate(iso: until) else {
            throw ValidationError("--until takes a day such as 2026-04-01.")
        }
        try format.print(
            try await desk.open().mute(target, until: day, because: reason.because, now: try desk.clock()))
    }
}

struct Merge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make one development of several that tell one act.",
        discussion: """
            The first takes in the others; they keep their ids, with merged_into.

              demarche merge d-kq7 d-w3n
            """)

    @OptionGroup var desk: DeskOptions

    @Argument(help: "Ids of developments; may be shortened.")
    var ids: [String]

    @OptionGroup var reason: BecauseOption
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard ids.count > 1 else { throw ValidationError("Give two developments or more.") }
    }

    func run() async throws {
        try format.print(try await desk.open().merge(ids, because: reason.because, now: try desk.clock()))
    }
}

struct Split: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Take an article out of a development whose act it does not tell.",
        discussion: "  demarche split d-kq7 a-mx4")

    @OptionGroup var desk: DeskOptions

    @Argument(help: "The id of the development; may be shortened.")
    var id: String

    @Argument(help: "The id of the article; may be shortened.")
    var article: String

    @OptionGroup var reason: BecauseOption
    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(
            try await desk.open().split(id, article: article, because: reason.because, now: try desk.clock()))
    }
}

struct Undo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back the last correction, or the last one of an id.",
        discussion: """
            Says what it takes back. Store and outputs are then what they were; where articles that came since stand on the \
            correction, they stay, and the rest is grouped again.

              demarche undo
              demarche undo d-kq7
            """)

    @OptionGroup var desk: DeskOptions

    @Argument(help: "The id (or the muted word) whose last correction is taken back.")
    var target = ""

    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(try await desk.open().undo(target, now: try desk.clock()))
    }
}
