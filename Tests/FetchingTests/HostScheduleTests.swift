import Testing

@testable import Fetching

@Suite("The order of requests")
struct HostScheduleTests {
    private func drain(_ schedule: inout HostSchedule, at now: Double, dead: Set<Int> = []) -> [Int] {
        var started: [Int] = []
        while let ticket = schedule.next(now: now, isWaiting: { !dead.contains($0) }) { started.append(ticket) }
        return started
    }

    @Test("Hosts take turns, and none gets more than its share at once")
    func turns() {
        var schedule = HostSchedule(perHost: 2, spacing: 0)
        for ticket in 1...4 { schedule.add(ticket, host: "a", isSpaced: false) }
        for ticket in 5...6 { schedule.add(ticket, host: "b", isSpaced: false) }
        #expect(drain(&schedule, at: 0) == [1, 5, 2, 6])
        schedule.finish(host: "a")
        #expect(drain(&schedule, at: 0) == [3])
        schedule.finish(host: "b")
        #expect(drain(&schedule, at: 0) == [])
        schedule.finish(host: "a")
        #expect(drain(&schedule, at: 0) == [4])
    }

    @Test("Pages of one host start a spacing apart, feeds and other hosts do not wait")
    func spacing() {
        var schedule = HostSchedule(perHost: 4, spacing: 1)
        for ticket in 1...3 { schedule.add(ticket, host: "a", isSpaced: true) }
        schedule.add(4, host: "a", isSpaced: false)
        schedule.add(5, host: "b", isSpaced: true)
        #expect(drain(&schedule, at: 0) == [4, 5, 1])
        #expect(schedule.nextTime == 1)
        #expect(drain(&schedule, at: 0.9) == [])
        #expect(drain(&schedule, at: 1) == [2])
        schedule.finish(host: "a")
        #expect(drain(&schedule, at: 1.5) == [])
        #expect(drain(&schedule, at: 5) == [3])
        #expect(schedule.nextTime == nil)
    }

    @Test("A ticket that no longer waits is passed over and costs no spacing")
    func cancelled() {
        var schedule = HostSchedule(perHost: 1, spacing: 1)
        for ticket in 1...3 { schedule.add(ticket, host: "a", isSpaced: true) }
        #expect(drain(&schedule, at: 0, dead: [1]) == [2])
        schedule.finish(host: "a")
        #expect(drain(&schedule, at: 1, dead: [1]) == [3])
    }

    @Test("Ten thousand tickets of one host take no longer than of many", .timeLimit(.minutes(1)))
    func large() {
        var schedule = HostSchedule(perHost: 50, spacing: 0)
        for ticket in 0..<10_000 { schedule.add(ticket, host: "a", isSpaced: true) }
        var started = 0
        while schedule.next(now: 0, isWaiting: { _ in true }) != nil {
            started += 1
            schedule.finish(host: "a")
        }
        #expect(started == 10_000)
    }

    @Test("A host sees no more connections than it is meant to")
    func connections() async throws {
        let server = try OddServer { _, connection in
            usleepShort()
            connection.answer(200, [], "x")
        }
        let fetcher = makeFetcher { $0.connectionsPerHost = 3 }
        await withTaskGroup(of: Int?.self) { group in
            for number in 0..<30 {
                group.addTask { try? await fetcher.feed("\(server.origin)/\(number)").status }
            }
            for await status in group { #expect(status == 200) }
        }
        #expect(server.mostOpen <= 3)
        #expect(server.connectionCount <= 3)
    }

    @Test("Page requests to one host are spaced, to others they are not")
    func pageSpacing() async throws {
        let server = try OddServer(host: "0.0.0.0") { _, connection in connection.answer(200, [], "x") }
        let fetcher = makeFetcher { $0.pageSpacing = 0.2 }
        let start = ContinuousClock.now
        await withTaskGroup(of: Int?.self) { group in
            for host in ["127.0.3.1", "127.0.3.2", "127.0.3.3", "127.0.3.1", "127.0.3.1"] {
                let request = FetchRequest(url: "http://\(host):\(server.port)/", purpose: .page)
                group.addTask { try? await fetcher.fetch(request).status }
            }
            for await status in group { #expect(status == 200) }
        }
        let took = ContinuousClock.now - start
        #expect(took >= .milliseconds(400))
        #expect(took < .milliseconds(1500))
    }

    @Test("What a redirect waits for its turn does not count as time that the request takes")
    func waitingRedirects() async throws {
        let server = try OddServer(host: "0.0.0.0") { request, connection in
            let port = request.header("host")?.split(separator: ":").last ?? ""
            let location = "Location: http://127.0.0.2:\(port)/story"
            connection.answer(request.target == "/story" ? 200 : 302, [location], "x")
        }
        let fetcher = makeFetcher {
            $0.pageSpacing = 0.4
            $0.totalTimeout = 1
        }
        await withTaskGroup(of: FetchResponse?.self) { group in
            for number in 1...5 {
                let request = FetchRequest(url: "http://127.0.3.\(number):\(server.port)/link", purpose: .page)
                group.addTask { try? await fetcher.fetch(request) }
            }
            for await response in group {
                #expect(response?.status == 200)
                #expect((response?.duration ?? .seconds(9)) < .seconds(1))
            }
        }
    }

    @Test("A host that answers 429 with Retry-After is left alone for the rest of the run")
    func held() async throws {
        let server = try OddServer { _, connection in connection.answer(429, ["Retry-After: 120"], "") }
        let fetcher = makeFetcher()
        #expect(try await fetcher.feed(server.origin).status == 429)
        guard case .held(let seconds) = await fetcher.failure(server.origin + "/other") else {
            Issue.record("asked again")
            return
        }
        #expect((115...120).contains(seconds))
        #expect(server.requests.count == 1)
    }
}
