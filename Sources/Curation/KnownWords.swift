/// The numbers of the few words that rules name one by one, and of the words of dates.
struct KnownWords: Sendable {
    /// What a word means in a date.
    enum DateWord: Hashable, Sendable {
        case weekday(Int), month(Int), today, tomorrow, yesterday, this, next, last, week, wholeMonth, year, weekend,
            day, tonight
        case coming
    }

    var dates: [Int32: DateWord] = [:]
    var between: Int32 = -1
    var of: Int32 = -1
    var from: Int32 = -1
    var into: Int32 = -1
    var `in`: Int32 = -1
    var at: Int32 = -1
    var on: Int32 = -1
    var to: Int32 = -1
    var by: Int32 = -1
    var `for`: Int32 = -1
    var over: Int32 = -1
    var about: Int32 = -1
    var with: Int32 = -1
    var against: Int32 = -1
    var near: Int32 = -1
    var and: Int32 = -1
    var told: Int32 = -1
    var until: Int32 = -1
    var the: Int32 = -1
    var both: Int32 = -1
    var it: Int32 = -1
    var particles: Set<Int32> = []
    var wills: Set<Int32> = []
    var mediating: Set<Int32> = []
    var agencies: Set<Int32> = []
    var borders: Set<Int32> = []
    var happening: Set<Int32> = []
    var unnamed: Set<Int32> = []
    var rounds: Set<Int32> = []
    var obliging: Set<Int32> = []
    var dual: Set<Int32> = []
    /// What stands before a surname alone, and is no first name.
    var honorifics: Set<Int32> = []
    /// What is tried in vain.
    var failing: Set<Int32> = []
    var pairs: Set<Int32> = []
    var mediators: Set<Int32> = []
    var including: Set<Int32> = []
    var regions: Set<Int32> = []
    var blocs: Set<Int32> = []
    var calling: Set<Int32> = []
    var telling: Set<Int32> = []
    var has: Set<Int32> = []
    var negotiated: Int32 = -1
    var new: Int32 = -1

    init() {}

    /// Looks the words up with `number`, which adds those that are new.
    init(_ number: (String) -> Int32) {
        between = number("between")
        of = number("of")
        from = number("from")
        into = number("into")
        `in` = number("in")
        at = number("at")
        on = number("on")
        to = number("to")
        by = number("by")
        `for` = number("for")
        over = number("over")
        about = number("about")
        with = number("with")
        against = number("against")
        near = number("near")
        and = number("and")
        told = number("told")
        until = number("until")
        the = number("the")
        both = number("both")
        it = number("it")
        particles = Set(
            [
                "al", "el", "bin", "bint", "ibn", "de", "da", "di", "du", "del", "la", "le", "van", "von", "der", "den",
                "dos", "ter", "abu",
            ]
            .map(number))
        mediating = Set(
            [
                "mediate", "mediated", "mediating", "mediation", "mediator", "mediators", "intermediary",
                "intermediaries",
                "brokered", "facilitated", "facilitating", "facilitate", "broker", "brokering", "hosted", "mediates",
                "intermediation",
            ].map(number))
        borders = Set(["border", "borders", "frontier", "boundary"].map(number))
        wills = Set(["will", "would", "won't", "wont", "shall"].map(number))
        unnamed = Set(["officials", "official", "diplomats", "sources", "insiders"].map(number))
        rounds = Set(["round", "day", "days", "hours", "week"].map(number))
        happening = Set(
            [
                "take", "taken", "took", "happen", "happened", "go", "proceed", "occur", "materialise", "materialize",
                "held",
            ].map(
                number))
        obliging = Set(["must", "should", "ought"].map(number))
        honorifics = Set(["mr", "mrs", "ms", "miss", "dr", "sir", "mx"].map(number))
        failing = Set(["fail", "fails", "failed", "failing"].map(number))
        dual = Set(["two", "both"].map(number))
        pairs = Set(
            [
                "leaders", "countries", "sides", "nations", "presidents", "ministers", "governments", "neighbours",
                "neighbors", "parties", "capitals", "allies", "rivals", "men", "foes", "powers", "states",
                "delegations",
            ].map(number))
        mediators = Set(["mediator", "mediators", "intermediary", "intermediaries"].map(number))
        including = Set(["including", "like", "namely", "such"].map(number))
        regions = Set(
            [
                "european", "western", "arab", "gulf", "regional", "african", "asian", "world", "foreign", "allied",
                "neighbouring", "neighboring", "muslim", "islamic", "baltic", "nordic", "balkan", "caribbean",
                "pacific",
                "eastern", "several", "many", "other", "g7", "g20", "nato", "eu",
            ].map(number))
        blocs = Set(["europe", "europeans", "west", "allies"].map(number))
        calling = Set(
            [
                "call", "calls", "called", "hold", "holds", "held", "describes", "described", "brands", "branded",
                "denounces", "denounced",
            ].map(
                number))
        has = Set(["has", "have"].map(number))
        telling = Set(["told", "tells", "tell", "ordered", "orders", "instructed", "directed"].map(number))
        negotiated = number("negotiated")
        new = number("new")
        agencies = Set(
            ["reuters", "ap", "afp", "dpa", "upi", "xinhua", "tass", "ani", "pti", "bloomberg", "efe", "ansa"].map(
                number))
        for (day, names) in Self.weekdays.enumerated() {
            for name in names.split(separator: " ") { dates[number(String(name))] = .weekday(day) }
        }
        for (month, names) in Self.months.enumerated() {
            for name in names.split(separator: " ") { dates[number(String(name))] = .month(month + 1) }
        }
        let others: [(String, DateWord)] = [
            ("today", .today), ("tonight", .tonight), ("tomorrow", .tomorrow), ("yesterday", .yesterday),
            ("this", .this),
            ("next", .next), ("coming", .coming), ("last", .last), ("week", .week), ("month", .wholeMonth),
            ("year", .year),
            ("weekend", .weekend), ("days", .day),
        ]
        for (name, word) in others { dates[number(name)] = word }
    }

    private static let weekdays = [
        "monday mon", "tuesday tues", "wednesday", "thursday thurs", "friday", "saturday", "sunday",
    ]
    private static let months = [
        "january jan", "february feb", "march", "april apr", "may", "june", "july", "august aug", "september sept sep",
        "october oct", "november nov", "december dec",
    ]
}
