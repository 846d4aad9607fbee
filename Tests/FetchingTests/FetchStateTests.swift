import Fetching
import Notation
import Testing

@Suite("What is remembered of a source")
struct FetchStateTests {
    private let start = Timestamp(seconds: 1_770_000_000)
    private let policy = FetchPolicy(minimumInterval: 900)

    private func response(_ status: Int, _ fields: [(name: String, value: String)] = [], moved: String? = nil)
        -> FetchResponse
    {
        FetchResponse(url: "http://outlet.example/", status: status, headers: HeaderFields(fields), permanentURL: moved)
    }

    private func fetched(_ fields: [(name: String, value: String)] = [], policy: FetchPolicy? = nil) -> FetchState {
        var state = FetchState()
        state.record(
            response(200, fields), content: .init(newEntries: 3), now: start, policy: policy ?? self.policy, id: "s")
        return state
    }

    private func wait(_ state: FetchState) -> Int { (state.nextDue?.seconds ?? 0) - start.seconds }

    @Test("A source that was never asked is due; one that was asked, after the minimum interval")
    func due() {
        #expect(FetchState().isDue(now: start))
        let state = fetched()
        #expect(!state.isDue(now: start.adding(seconds: 600)))
        #expect(state.isDue(now: start.adding(seconds: 900)))
        #expect(state.isDue(now: start.adding(seconds: 870)), "cron's runs may start a little early")
        #expect(state.isDue(now: start.adding(seconds: 1), force: true))
        #expect(state.isDue(now: start.adding(seconds: -5)), "a clock that was set back must not silence it")
    }

    @Test("With a minimum interval of 0 a source is due in every run, except where the server says otherwise")
    func zeroInterval() {
        let policy = FetchPolicy(minimumInterval: 0)
        #expect(fetched(policy: policy).isDue(now: start))
        #expect(!fetched([("Cache-Control", "max-age=600")], policy: policy).isDue(now: start.adding(seconds: 60)))
        #expect(!fetched([("Retry-After", "600")], policy: policy).isDue(now: start.adding(seconds: 60)))
    }

    @Test(
        "Freshness stretches the pace, up to the ceiling",
        arguments: [("max-age=60", 900), ("max-age=3600", 3600), ("max-age=31536000", 21_600), ("no-cache", 900)])
    func freshness(value: String, expected: Int) {
        let waited = wait(fetched([("Cache-Control", value)]))
        #expect(waited >= expected)
        #expect(waited <= expected + expected / 10)
    }

    @Test("The feed's own interval counts like freshness")
    func ttl() {
        var state = FetchState()
        let content = FetchState.Content(newEntries: 0, interval: 7200)
        state.record(response(200), content: content, now: start, policy: policy, id: "s")
        #expect((7200...7920).contains(wait(state)))
    }

    @Test("A source that seldom has news is asked less often")
    func adaptive() {
        var state = FetchState()
        for day in 0..<5 {
            let now = start.adding(seconds: day * 86_400)
            state.record(response(200), content: .init(newEntries: 1), now: now, policy: policy, id: "s")
        }
        #expect(state.usualGap == 86_400)
        let next = (state.nextDue?.seconds ?? 0) - (state.lastAttempt?.seconds ?? 0)
        #expect((10_800...11_880).contains(next))
    }

    @Test("Failures wait longer and longer, up to a ceiling, each source at its own moment")
    func backOff() {
        var state = FetchState()
        var waits: [Int] = []
        for _ in 0..<12 {
            state.recordUnusable(response(500), now: start, policy: policy, id: "s")
            waits.append(wait(state))
        }
        #expect((810...900).contains(waits[0]))
        #expect((1620...1800).contains(waits[1]))
        #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 < $1 || $1 >= 77_760 })
        #expect(waits.allSatisfy { $0 <= 86_400 })
        #expect(state.failures == 12)
        #expect(state.health(now: start) == .failing)
        let others = (0..<50).map { number in
            var other = FetchState()
            other.recordUnusable(response(500), now: start, policy: policy, id: "source-\(number)")
            return wait(other)
        }
        #expect(Set(others).count > 20)
    }

    @Test("A success forgets the failures")
    func recovery() {
        var state = FetchState()
        state.recordUnusable(response(500), now: start, policy: policy, id: "s")
        state.record(
            response(200), content: .init(newEntries: 0), now: start.adding(seconds: 900), policy: policy, id: "s")
        #expect(state.failures == 0)
        #expect(state.lastError == nil)
        #expect(state.firstFailure == nil)
        #expect(state.health(now: start.adding(seconds: 900)) == .ok)
    }

    @Test("What a person must repair is asked for less often", arguments: [403, 404])
    func lasting(status: Int) {
        var state = FetchState()
        for _ in 0..<20 { state.recordUnusable(response(status), now: start, policy: policy, id: "s") }
        #expect(wait(state) > 6 * 86_400)
        #expect(state.health(now: start) == (status == 403 ? .blocked : .failing))
    }

    @Test("410 retires a source, until it is forced and answers")
    func gone() {
        var state = fetched()
        state.recordUnusable(response(410), now: start, policy: policy, id: "s")
        #expect(state.health(now: start) == .retired)
        #expect(!state.isDue(now: start.adding(seconds: 10_000_000)))
        #expect(state.isDue(now: start, force: true))
        state.record(response(200), content: .init(newEntries: 0), now: start, policy: policy, id: "s")
        #expect(state.health(now: start) == .ok)
    }

    @Test("Retry-After holds against force, within reason", arguments: [(429, "600", 600), (503, "99999999", 86_400)])
    func retryAfter(status: Int, value: String, seconds: Int) {
        var state = FetchState()
        state.recordUnusable(response(status, [("Retry-After", value)]), now: start, policy: policy, id: "s")
        #expect(!state.isDue(now: start.adding(seconds: seconds - 1), force: true))
        #expect(state.isDue(now: start.adding(seconds: seconds), force: true))
    }

    @Test("A clock that was set back a little does not lift a hold, one that was wrong by days does")
    func heldByOldClock() {
        var state = FetchState()
        state.recordUnusable(response(503, [("Retry-After", "600")]), now: start, policy: policy, id: "s")
        #expect(!state.isDue(now: start.adding(seconds: -5), force: true))
        #expect(!state.isDue(now: start.adding(seconds: -86_400)))
        #expect(state.isDue(now: start.adding(seconds: -86_401)))
    }

    @Test("Validators follow the server: replaced by 200, updated by 304, kept through errors, gone when it drops them")
    func validators() {
        var state = fetched([("ETag", "\"1\""), ("Last-Modified", "then")])
        state.recordUnusable(response(500, [("ETag", "\"error\"")]), now: start, policy: policy, id: "s")
        #expect(state.validators == Validators(etag: "\"1\"", lastModified: "then"))
        state.record(response(304, [("ETag", "\"2\"")]), content: nil, now: start, policy: policy, id: "s")
        #expect(state.validators == Validators(etag: "\"2\"", lastModified: "then"))
        state.recordUnusable(response(200, [("ETag", "\"x\"")]), why: "no feed", now: start, policy: policy, id: "s")
        #expect(state.validators == Validators(etag: "\"2\"", lastModified: "then"))
        state.record(response(200), content: .init(newEntries: 0), now: start, policy: policy, id: "s")
        #expect(state.validators.isEmpty)
    }

    @Test("A move counts when two requests in a row found it, and the new place is asked from then on")
    func move() {
        var state = fetched()
        state.subscribe(to: "http://old.example/feed")
        let (there, elsewhere) = ("http://new.example/feed", "http://newer.example/feed")
        let steps: [(String?, String?)] = [
            (there, nil), (nil, nil), (there, nil), (there, there), (nil, there), (elsewhere, there),
            (elsewhere, elsewhere), (nil, elsewhere),
        ]
        for (number, (url, expected)) in steps.enumerated() {
            let moved = response(200, moved: url)
            state.record(moved, content: .init(newEntries: 0), now: start, policy: policy, id: "s")
            #expect(state.movedTo == expected, "step \(number)")
            #expect(state.requestURL == expected ?? "http://old.example/feed", "step \(number)")
            #expect(state.health(now: start) == (expected == nil ? .ok : .moved))
        }
    }

    private func moved(to there: String) -> FetchState {
        var state = FetchState()
        state.subscribe(to: "http://old.example/feed")
        for _ in 0..<2 {
            state.record(
                response(200, [("ETag", "\"1\"")], moved: there), content: .init(newEntries: 0), now: start,
                policy: policy, id: "s")
        }
        return state
    }

    @Test("A new place that is of no use is given up; a server's passing trouble is not taken for that")
    func lostMove() {
        let there = "http://new.example/feed"
        for (status, stays) in [(404, false), (410, false), (200, false), (500, true), (503, true), (429, true)] {
            var state = moved(to: there)
            let why = status == 200 ? "a web page, no feed" : nil
            state.recordUnusable(response(status), why: why, now: start, policy: policy, id: "s")
            #expect(state.movedTo == (stays ? there : nil), "\(status)")
            #expect(state.validators.isEmpty != stays, "\(status)")
            #expect(state.retired == nil, "the subscribed address never said that it is gone")
        }
    }

    @Test("Another address begins anew, unless it is the one that the source moved to")
    func newAddress() {
        var same = moved(to: "http://new.example/feed")
        same.subscribe(to: "http://old.example/feed")
        #expect(same.movedTo != nil)
        same.subscribe(to: "http://new.example/feed")
        #expect(same.validators.etag == "\"1\"")
        #expect(same.health(now: start) == .ok)
        #expect(same.requestURL == "http://new.example/feed")
        var other = moved(to: "http://new.example/feed")
        other.recordUnusable(response(410), now: start, policy: policy, id: "s")
        other.subscribe(to: "http://third.example/feed")
        #expect(other.validators.isEmpty)
        #expect(other.isDue(now: start))
    }

    @Test("The validators of a body that was cut off are not kept")
    func cutOff() {
        var state = fetched([("ETag", "\"1\"")])
        let content = FetchState.Content(newEntries: 1, isWhole: false)
        state.record(response(200, [("ETag", "\"2\"")]), content: content, now: start, policy: policy, id: "s")
        #expect(state.validators.etag == "\"1\"")
        #expect(state.health(now: start) == .ok)
    }

    @Test("What a feed asks for still holds after a 304")
    func keptWishes() {
        var state = FetchState()
        let content = FetchState.Content(newEntries: 0, interval: 7200)
        state.record(response(200, [("ETag", "1")]), content: content, now: start, policy: policy, id: "s")
        state.record(response(304), content: nil, now: start, policy: policy, id: "s")
        #expect((7200...7920).contains(wait(state)))
    }

    // 2026-02-02 was a Monday; `start` is 02:40 on it.
    @Test(
        "Hours and days in which a feed asks not to be fetched are left out, three days at most",
        arguments: [
            ([3], [], "2026-02-02T02:55:00Z"), ([2], [], "2026-02-02T03:00:00Z"),
            ([2, 3, 4], [], "2026-02-02T05:00:00Z"),
            (Array(0...23), [], "2026-02-02T02:55:00Z"), ([], ["Monday"], "2026-02-03T00:00:00Z"),
            ([0], ["monday"], "2026-02-03T01:00:00Z"), ([24, 2], ["Sunday", "Nonsense"], "2026-02-02T03:00:00Z"),
            ([], ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], "2026-02-05T03:00:00Z"),
            ([], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], "2026-02-02T02:55:00Z"),
        ] as [([Int], [String], String)])
    func skipTimes(hours: [Int], days: [String], due: String) {
        var state = FetchState()
        let content = FetchState.Content(newEntries: 0, skipTimes: SkipTimes(hours: hours, days: days))
        state.record(response(200), content: content, now: start, policy: policy, id: "s")
        #expect(state.nextDue == Timestamp(rfc3339: due))
        #expect(FetchState(blob: state.blob) == state)
    }

    @Test("A move that an unusable answer interrupts is not confirmed")
    func interruptedMove() {
        var state = fetched()
        let moved = response(200, moved: "http://new.example/feed")
        state.record(moved, content: .init(newEntries: 0), now: start, policy: policy, id: "s")
        state.recordUnusable(moved, why: "a web page, no feed", now: start, policy: policy, id: "s")
        state.record(moved, content: .init(newEntries: 0), now: start, policy: policy, id: "s")
        #expect(state.movedTo == nil)
        #expect(state.health(now: start) == .ok)
    }

    @Test("A source without news for ten times its usual gap is silent")
    func silent() {
        var state = FetchState()
        for hour in 0..<4 {
            let now = start.adding(seconds: hour * 36_000)
            state.record(response(200), content: .init(newEntries: 1), now: now, policy: policy, id: "s")
        }
        let last = state.lastNew ?? start
        #expect(state.health(now: last.adding(seconds: 359_000)) == .ok)
        #expect(state.health(now: last.adding(seconds: 361_000)) == .silent)
    }

    @Test("A request that was cancelled changes nothing; one that was held back is no failure")
    func noAnswer() async {
        let fetcher = makeFetcher()
        fetcher.shutdown()
        var state = fetched()
        let before = state
        do throws(FetchError) {
            _ = try await fetcher.feed("http://127.0.0.1:1/")
        } catch {
            state.record(error, now: start.adding(seconds: 9), policy: policy, id: "s")
        }
        #expect(state == before)
        do throws(FetchError) {
            _ = try await makeFetcher().feed("http://127.0.0.1:1/")
        } catch {
            state.record(error, now: start.adding(seconds: 9), policy: policy, id: "s")
        }
        #expect(state.failures == 1)
        #expect(state.lastError == "the host refuses connections")
    }

    @Test("A state comes back from a store as it was")
    func blob() {
        var state = fetched([("ETag", "W/\"é, \t\""), ("Last-Modified", "Sat, 31 Jan 2026 10:00:00 GMT")])
        state.record(
            response(200, [("Retry-After", "5")], moved: "http://new.example/"), content: .init(newEntries: 1),
            now: start.adding(seconds: 50), policy: policy, id: "s")
        state.recordUnusable(response(403), why: "no", now: start, policy: policy, id: "s")
        state.recordUnusable(response(410), now: start, policy: policy, id: "s")
        #expect(FetchState(blob: state.blob) == state)
        let moved = moved(to: "http://new.example/feed")
        #expect(FetchState(blob: moved.blob) == moved)
        #expect(FetchState(blob: FetchState().blob) == FetchState())
        #expect(FetchState(blob: Array("fetch-state 2\n".utf8)) == nil)
        #expect(FetchState(blob: []) == nil)
        #expect(FetchState(blob: state.blob + Array("later-key 1\nnonsense\n".utf8)) == state)
    }

    @Test("A 304 that was not asked for is a failure, not a success")
    func unasked() {
        var state = FetchState()
        state.record(response(304), content: nil, now: start, policy: policy, id: "s")
        #expect(state.lastSuccess == nil)
        #expect(state.failures == 1)
        #expect(state.validators.isEmpty)
        #expect(state.wantsFreshCopy, "the next request passes caches by")
        state.record(response(200), content: .init(newEntries: 0), now: start, policy: policy, id: "s")
        #expect(!state.wantsFreshCopy)
    }

    @Test("Since when a source has been as it is")
    func since() {
        var state = fetched()
        let later = start.adding(seconds: 900)
        state.record(response(200), content: .init(newEntries: 1), now: later, policy: policy, id: "s")
        #expect(state.healthSince(now: later) == start)
        state.recordUnusable(response(403), now: later, policy: policy, id: "s")
        #expect(state.health(now: later) == .blocked)
        #expect(state.healthSince(now: later) == later)
        #expect(state.nextStep(now: later)?.contains("User-Agent") == true)
    }
}
