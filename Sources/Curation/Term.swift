/// A time in an office: what a person was, for whom, from when to when.
struct Term: Hashable, Sendable {
    /// The office in words: `foreign minister`.
    var role: String
    /// The code for which its holder speaks.
    var country: String
    /// The first day, month or year; empty when unknown.
    var from: String
    /// The last day, month or year; empty while no end is known.
    var to: String

    /// Whether it had begun on a day, `YYYY-MM-DD`; a month or a year counts whole.
    func hasBegun(on day: String) -> Bool { from <= day.prefix(from.utf8.count) }

    /// Whether it was over before a day, `YYYY-MM-DD`; a month or a year counts whole.
    func isOver(on day: String) -> Bool { !to.isEmpty && to < day.prefix(to.utf8.count) }

    /// Whether its holder was in office on a day; every term without an end is when the day is unknown.
    func holds(on day: String) -> Bool { day.isEmpty ? to.isEmpty : hasBegun(on: day) && !isOver(on: day) }
}

extension Entity {
    /// What the person was on a day: the office held then, else the last one, as a former one.
    ///
    /// - Parameter day: `YYYY-MM-DD`; empty when unknown, for what the person was last known to be.
    /// - Returns: the office, and the code for which its holder speaks.
    func standing(on day: String) -> (office: String, country: String) {
        if let term = terms.first(where: { $0.holds(on: day) }) { return (term.role, term.country) }
        let past = day.isEmpty ? terms : terms.filter { $0.isOver(on: day) }
        guard let last = past.max(by: { $0.to < $1.to }) else { return ("", terms.first?.country ?? country) }
        return (last.role.isEmpty ? "" : "former " + last.role, last.country)
    }

    /// Whether a stated office is no news: none is stated, one that many hold at once, or one of the person's own, also a
    /// former one, since titles stay with their bearers.
    func isKnown(as stated: String) -> Bool {
        guard let kind = OfficeKind(stated), stated != "leader" else { return true }
        return terms.contains { OfficeKind($0.role) == kind || $0.role.contains(stated) }
    }
}
