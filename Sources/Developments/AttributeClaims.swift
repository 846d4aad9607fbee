internal import Curation
internal import Notation

/// What the origins say of where the act takes place.
struct VenueClaims {
    /// The best supported venue.
    private(set) var best: Venue?
    /// Venues of other origins that exclude it, the best supported first.
    private(set) var rivals: [Venue] = []
    private var first: [(venue: Venue, voice: Voices.Voice)] = []

    init(_ voices: Voices) {
        let claims = voices.newest { $0.event.venue != nil }.compactMap { voice in
            voice.report.event.venue.map { (venue: $0, voice: voice) }
        }
        // A town is supported by those who name its country only, and the latest wins between equals.
        let ranked = claims.enumerated().map { index, claim -> (support: Int, isTown: Bool, index: Int) in
            let support = claims.count { other in
                let relation = other.venue.relation(to: claim.venue)
                return relation == .equal || relation == .contains
            }
            return (support, !claim.venue.place.isEmpty, index)
        }.sorted { ($0.support, $0.isTown ? 1 : 0, $0.index) > ($1.support, $1.isTown ? 1 : 0, $1.index) }
        for candidate in ranked {
            let claim = claims[candidate.index]
            guard let best else {
                self.best = claim.venue
                first.append(claim)
                continue
            }
            let isApart = ([best] + rivals).allSatisfy { $0.relation(to: claim.venue) == .apart }
            if isApart {
                rivals.append(claim.venue)
                first.append(claim)
            }
        }
    }

    /// "Ankara (X, 2 Feb) against Istanbul (Y, 3 Feb)", the earlier claim first; empty when nobody disagrees.
    func note(_ sources: [String: Source], _ labels: [String: String]) -> String {
        guard !rivals.isEmpty else { return "" }
        return first.sorted { $0.voice.report.published < $1.voice.report.published }
            .map { claim in
                let name =
                    claim.venue.place.isEmpty
                    ? labels[claim.venue.country] ?? claim.venue.country : claim.venue.place
                return "\(name) (\(ClaimWords.credit(claim.voice, sources)))"
            }.joined(separator: " against ")
    }
}

/// What the origins say of when the act takes place.
struct DateClaims {
    /// The best supported date.
    private(set) var best: EventDate?
    private var claims: [(date: EventDate, interval: DayInterval, voice: Voices.Voice)] = []

    init(_ voices: Voices) {
        claims = voices.newest { $0.actInterval != nil }.compactMap { voice in
            guard let date = voice.report.event.date, let interval = voice.report.actInterval else { return nil }
            return (date, interval, voice)
        }
        // A day is supported by those who name its week only; the narrower wins between equals, then the latest.
        best = claims.indices.max { left, right in rank(left) < rank(right) }.map { claims[$0].date }
    }

    private func rank(_ index: Int) -> (Int, Int, Int, Int) {
        let claim = claims[index]
        let support = claims.count { $0.interval.contains(claim.interval) }
        return (support, -claim.interval.length, claim.date.inferred ? 0 : 1, index)
    }

    /// The rival days in words, or nothing when all dates can hold at once.
    func note(_ sources: [String: Source]) -> String {
        guard let chosen = best?.interval, let main = claims.first(where: { $0.interval == chosen }),
            let rival = claims.first(where: { !$0.interval.overlaps(chosen) })
        else { return "" }
        return [main, rival].sorted { $0.voice.report.published < $1.voice.report.published }
            .map { "\(ClaimWords.days($0.interval)) (\(ClaimWords.credit($0.voice, sources)))" }
            .joined(separator: " against ")
    }
}

/// The words of contradiction notes.
enum ClaimWords {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
    ]

    /// Writes a day: "3 Feb".
    static func day(_ date: CalendarDate) -> String {
        let (_, month, day) = date.parts
        return "\(day) \(months[min(max(month, 1), 12) - 1])"
    }

    /// Writes one day or the first and last: "2 Feb to 8 Feb".
    static func days(_ interval: DayInterval) -> String {
        interval.start == interval.end ? day(interval.start) : "\(day(interval.start)) to \(day(interval.end))"
    }

    /// Writes who says so, and when it was published: "Outlet, 3 Feb".
    static func credit(_ voice: Voices.Voice, _ sources: [String: Source]) -> String {
        "\(origin(voice, sources)), \(day(voice.report.published.date))"
    }

    /// Writes who says so: "Agency via Outlet".
    static func origin(_ voice: Voices.Voice, _ sources: [String: Source]) -> String {
        let name = sources.outlet(of: voice.report).name
        let credited = voice.report.event.origin
        return credited.isEmpty ? name : "\(credited) via \(name)"
    }
}
