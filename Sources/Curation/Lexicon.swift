public import Foundation
internal import Notation

/// The names and words that curation knows: entities, grammar, offices, topics, and the learned reader with its lines.
///
/// A value that many tasks may read at once; loading it takes some milliseconds, so load it once a run.
public struct Lexicon: Sendable {
    let tables: LexiconTables

    /// Loads the lexicon that comes with the program.
    ///
    /// - Parameters:
    ///   - overlay: a desk's folder of `*.tsv` files to lay over it.
    ///   - reader: a folder whose `reader.safetensors`, `weights.tsv` and `lines.tsv` take the place of the program's.
    /// - Returns: the lexicon, to be shared by all tasks.
    /// - Throws: `DataFilesMissing`, ``LexiconError``, or the encoder's error when the learned reader's file is missing or broken.
    public static func standard(overlay: URL? = nil, reader: URL? = nil) throws -> Lexicon {
        try Lexicon(folder: try DataFiles.folder(of: "Curation"), overlay: overlay, reader: reader)
    }

    /// Loads the lexicon of a folder, and lays a desk's own `*.tsv` files over it.
    ///
    /// - Throws: ``LexiconError``, naming file and line, or the encoder's error, naming the file.
    public init(folder: URL, overlay: URL? = nil, reader: URL? = nil) throws {
        let reader = reader ?? folder
        var loader = LexiconLoader()
        try loader.load(folder: folder, reader: reader)
        if let overlay { try loader.lay(over: overlay) }
        tables = LexiconTables(
            loader.lexicon, reader: try NewsReader(file: reader.appending(path: NewsReader.fileName)))
    }
}

/// What a lexicon holds, shared by reference: readers copy one pointer instead of twenty arrays.
final class LexiconTables: Sendable {
    private let contents: LexiconContents

    let reader: NewsReader

    init(_ contents: LexiconContents, reader: NewsReader) {
        self.contents = contents
        self.reader = reader
    }

    var vocabulary: Vocabulary { contents.vocabulary }
    var stateNames: [StateName] { contents.stateNames }
    var ownLabels: [String: String] { contents.ownLabels }
    var entities: [Entity] { contents.entities }
    var aliases: [Alias] { contents.aliases }
    var entityPhrases: PhraseTrie { contents.entityPhrases }
    var verbFrames: [VerbFrame] { contents.verbFrames }
    var nouns: [ActNoun] { contents.nouns }
    var offices: [Office] { contents.offices }
    var grammar: [GrammarEntry] { contents.grammar }
    var grammarPhrases: PhraseTrie { contents.grammarPhrases }
    var officePhrases: PhraseTrie { contents.officePhrases }
    var subjects: [Subject] { contents.subjects }
    var subjectPhrases: PhraseTrie { contents.subjectPhrases }
    var foreignActs: [ForeignAct] { contents.foreignActs }
    var actPhrases: PhraseTrie { contents.actPhrases }
    var topics: [String] { contents.topics }
    var vetoes: [String] { contents.vetoes }
    var nounClasses: [String] { contents.nounClasses }
    var model: LinearModel { contents.model }
    var lines: CurationLines { contents.lines }
    var words: KnownWords { contents.words }
    var identifiers: [String: Int32] { contents.identifiers }
}

/// What a lexicon holds while it is built.
struct LexiconContents: Sendable {
    var vocabulary = Vocabulary()
    var stateNames: [StateName] = []
    var ownLabels: [String: String] = [:]
    var entities: [Entity] = []
    var aliases: [Alias] = []
    var entityPhrases = PhraseTrie()
    var verbFrames: [VerbFrame] = []
    var nouns: [ActNoun] = []
    var offices: [Office] = []
    var grammar: [GrammarEntry] = []
    var grammarPhrases = PhraseTrie()
    var officePhrases = PhraseTrie()
    var subjects: [Subject] = []
    var subjectPhrases = PhraseTrie()
    var foreignActs: [ForeignAct] = []
    var actPhrases = PhraseTrie()
    var topics: [String] = []
    var vetoes: [String] = []
    var nounClasses: [String] = []
    var model = LinearModel()
    var lines = CurationLines()
    var words = KnownWords()
    var identifiers: [String: Int32] = [:]
}

/// A lexicon file cannot be read.
public struct LexiconError: Error, CustomStringConvertible {
    /// The file's path.
    public let path: String
    /// The line, from 1; 0 for the whole file.
    public let line: Int
    /// What is wrong.
    public let problem: String

    /// One line that a person can act on.
    public var description: String { line > 0 ? "\(path):\(line): \(problem)" : "\(path): \(problem)" }
}

/// What a name stands for.
struct Entity: Sendable {
    enum Kind: String, Sendable {
        case country, adjective, capital, government, place, person, organisation, movement, other
    }

    var name: String
    var id: String
    var kind: Kind
    /// The code that the entity stands for as an actor; empty when for none.
    var country: String
    /// A person's first office; of a state how it is headed; of a weak name what it stands beside.
    var role: String
    /// The offices of a person, the first row first.
    var terms: [Term] = []
}

/// A spelling of an entity's name.
struct Alias: Sendable {
    /// How the text must write it.
    enum Case: Sendable {
        case any, capital, upper
    }

    var entity: Int32
    var needs: Case
    /// Whether it counts only beside the full name or an office (`Wang`).
    var isWeak: Bool
    /// The language whose texts alone have it; empty for all.
    var language: String
}

/// A group of verbs: the act they tell alone, and with nouns of each class.
struct VerbFrame: Sendable {
    struct Act: Sendable {
        /// Nil takes the noun's own type.
        var type: EventType?
        var mode: String
    }

    var lemma: String
    var type: EventType?
    var mode: String
    /// By noun class.
    var objects: [Int: Act]
    /// Whether the verb tells what becomes of its subject: "the truce took effect".
    var takesEffect: Bool
}

/// A noun that tells an act.
struct ActNoun: Sendable {
    var nounClass: Int
    var type: EventType?
    var mode: String
    /// Whether it counts only where the verb has no other noun: sums of money, goods, needs.
    var isLight: Bool
}

/// A word for an office or a body of state.
struct Office: Sendable {
    enum Rank: String, Sendable {
        case leader, minister, envoy, official, lawmaker, body, military
    }

    var name: String
    var rank: Rank
}

/// A topic or veto that a phrase speaks for.
struct Subject: Sendable {
    var topic: Int?
    var veto: Int?
    var weight: Double
}

/// The grammatical forms of a verb.
struct VerbForm: OptionSet, Sendable {
    let rawValue: UInt8
    static let base = VerbForm(rawValue: 1)
    static let third = VerbForm(rawValue: 2)
    static let past = VerbForm(rawValue: 4)
    static let participle = VerbForm(rawValue: 8)
    static let gerund = VerbForm(rawValue: 16)
}

/// What a phrase does in a sentence.
enum GrammarEntry: Sendable {
    case cue(Cue, VerbForm)
    case verb(Int32, VerbForm)
    case noun(Int32)
}

/// Words that steer the reading of a sentence.
struct Cue: OptionSet, Sendable {
    let rawValue: UInt64

    static let names = [
        "says", "according", "future", "hypothetical", "negation", "denial", "subordinate", "relative", "that",
        "contrast",
        "and", "be", "have", "by", "to", "with", "against", "preposition", "determiner", "pronoun", "firstperson",
        "anonymous",
        "rumour", "media", "unconfirmedcue", "onrecord", "social", "background", "analyst", "neutral",
        "blame", "dismissal", "menace", "undoing", "doubt", "former",
    ]

    private static func named(_ name: String) -> Cue { Cue(rawValue: 1 << UInt64(names.firstIndex(of: name) ?? 63)) }

    init(rawValue: UInt64) { self.rawValue = rawValue }

    init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: 1 << UInt64(index))
    }

    static let says = named("says")
    static let according = named("according")
    static let future = named("future")
    static let hypothetical = named("hypothetical")
    static let negation = named("negation")
    static let denial = named("denial")
    static let subordinate = named("subordinate")
    static let relative = named("relative")
    static let that = named("that")
    static let contrast = named("contrast")
    static let and = named("and")
    static let be = named("be")
    static let have = named("have")
    static let by = named("by")
    static let to = named("to")
    static let with = named("with")
    static let against = named("against")
    static let preposition = named("preposition")
    static let determiner = named("determiner")
    static let pronoun = named("pronoun")
    static let firstPerson = named("firstperson")
    static let anonymous = named("anonymous")
    static let rumour = named("rumour")
    static let media = named("media")
    static let unconfirmed = named("unconfirmedcue")
    static let onRecord = named("onrecord")
    static let social = named("social")
    static let background = named("background")
    static let analyst = named("analyst")
    static let blame = named("blame")
    static let dismissal = named("dismissal")
    static let menace = named("menace")
    /// Ending, undoing, putting off, not doing.
    static let undoing = named("undoing")
    static let doubt = named("doubt")
    static let former = named("former")
    /// What hides the kind of an act.
    static let doubtful: Cue = [.undoing, .doubt, .former]

    /// What may stand before a name that is then no subject.
    static let governing: Cue = [.by, .to, .with, .against, .preposition]
}
