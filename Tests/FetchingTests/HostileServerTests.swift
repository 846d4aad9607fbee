import Fetching
import Foundation
import Testing

@Suite("Hostile servers")
struct HostileServerTests {
    @Test("The limit counts decoded bytes: a gzip bomb ends at it")
    func bomb() async throws {
        let bomb = OddServer.gzipBomb(repetitions: 100_000)
        #expect(bomb.count < 200_000)
        let server = try OddServer { _, connection in connection.answer(200, ["Content-Encoding: gzip"], bomb) }
        #expect(await makeFetcher().failure(server.origin) == .tooLarge(limit: 10 << 20))
        let patient = makeFetcher { $0.feedByteLimit = 30 << 20 }
        #expect(try await patient.feed(server.origin).body.count == 1 + 258 * 100_000)
    }

    @Test("A body without end, and one announced too long, end at the limit", arguments: [true, false])
    func endless(isAnnounced: Bool) async throws {
        let server = try OddServer { _, connection in
            connection.send("HTTP/1.1 200 OK\r\n\(isAnnounced ? "Content-Length: 99999999\r\n" : "")\r\n")
            let piece = [UInt8](repeating: 65, count: 64 << 10)
            for _ in 0..<1000 where !connection.send(piece) { break }
            connection.close()
        }
        let fetcher = makeFetcher { $0.feedByteLimit = 100_000 }
        #expect(await fetcher.failure(server.origin) == .tooLarge(limit: 100_000))
    }

    @Test("A body of exactly the limit is taken, one byte more is not", arguments: [1000, 1001])
    func border(count: Int) async throws {
        let server = try OddServer { _, connection in
            connection.send("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: count))
            connection.close()
        }
        let fetcher = makeFetcher { $0.feedByteLimit = 1000 }
        #expect(await fetcher.failure(server.origin) == (count == 1000 ? nil : .tooLarge(limit: 1000)))
    }

    @Test("A flood of header fields ends at the limit")
    func headerFlood() async throws {
        let server = try OddServer { _, connection in
            connection.send("HTTP/1.1 200 OK\r\n")
            let line = "X-Flood: \(String(repeating: "a", count: 1000))\r\n"
            for _ in 0..<2000 where !connection.send(line) { break }
            connection.close()
        }
        #expect(await makeFetcher().failure(server.origin) == .headersTooLarge(limit: 256 << 10))
    }

    @Test(
        "A header line without end ends at the limit of a line", arguments: ["HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 "])
    func endlessLine(start: String) async throws {
        let server = try OddServer { _, connection in
            connection.send(start)
            let piece = [UInt8](repeating: 65, count: 64 << 10)
            for _ in 0..<16 where !connection.send(piece) { break }
            connection.close()
        }
        #expect(await makeFetcher().failure(server.origin) == .headersTooLarge(limit: 100 << 10))
    }

    @Test("A slow drip ends with the total time, a silent server too", arguments: [true, false])
    func slow(drips: Bool) async throws {
        let server = try OddServer { _, connection in
            if drips { connection.send("HTTP/1.1 200 OK\r\n\r\n") }
            for _ in 0..<40 {
                usleep(50_000)
                if drips, !connection.send("x") { break }
            }
            connection.close()
        }
        let fetcher = makeFetcher { $0.totalTimeout = 0.5 }
        #expect(await fetcher.failure(server.origin) == .timeout(0.5))
    }

    @Test("A transfer that hardly moves is given up before its time")
    func stalled() async throws {
        let server = try OddServer { _, connection in
            connection.send("HTTP/1.1 200 OK\r\n\r\n")
            for _ in 0..<60 {
                usleep(50_000)
                if !connection.send("x") { break }
            }
            connection.close()
        }
        let fetcher = makeFetcher {
            $0.lowSpeedLimit = 1000
            $0.lowSpeedTime = 1
        }
        #expect(await fetcher.failure(server.origin) == .stalled(1))
    }

    @Test("A reset, an early end and a torn chunk are broken connections", arguments: 0..<3)
    func broken(kind: Int) async throws {
        let server = try OddServer { _, connection in
            switch kind {
            case 0: connection.reset()
            case 1:
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")
                connection.close()
            default:
                connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n")
                connection.close()
            }
        }
        let reason = await makeFetcher().failure(server.origin)
        guard case .broken = reason else {
            Issue.record("\(String(describing: reason))")
            return
        }
    }

    @Test("What is no HTTP makes no sense")
    func nonsense() async throws {
        let server = try OddServer { _, connection in
            connection.send("220 mail.example.org ESMTP\r\n")
            connection.close()
        }
        let reason = await makeFetcher().failure(server.origin)
        guard case .badResponse = reason else {
            Issue.record("\(String(describing: reason))")
            return
        }
    }

    @Test("A server that never answers holds up nobody else")
    func neighbours() async throws {
        let slow = try OddServer { _, connection in
            usleep(1_500_000)
            connection.close()
        }
        let quick = try OddServer { _, connection in connection.answer(200, [], "x") }
        let fetcher = makeFetcher { $0.totalTimeout = 1 }
        async let stuck = fetcher.failure(slow.origin)
        for _ in 0..<20 {
            let response = try await fetcher.feed(quick.origin)
            #expect(response.duration < .milliseconds(800))
        }
        #expect(await stuck == .timeout(1))
    }

    @Test("Cancelling the task gives the request up at once")
    func cancel() async throws {
        let server = try OddServer { _, connection in
            usleep(5_000_000)
            connection.close()
        }
        let fetcher = makeFetcher()
        let task = Task { await fetcher.failure(server.origin) }
        #expect(await eventually { !server.requests.isEmpty })
        let start = ContinuousClock.now
        task.cancel()
        #expect(await task.value == .cancelled)
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    @Test("Shutting down gives up what is under way, what waits, and what comes later")
    func shutdown() async throws {
        let server = try OddServer { _, connection in
            usleep(5_000_000)
            connection.close()
        }
        let fetcher = makeFetcher { $0.maxConcurrent = 1 }
        async let active = fetcher.failure(server.origin)
        async let waiting = fetcher.failure(server.origin + "/2")
        #expect(await eventually { !server.requests.isEmpty })
        let start = ContinuousClock.now
        fetcher.shutdown()
        #expect(ContinuousClock.now - start < .seconds(2))
        #expect(await active == .cancelled)
        #expect(await waiting == .cancelled)
        #expect(await fetcher.failure(server.origin) == .cancelled)
    }
}
