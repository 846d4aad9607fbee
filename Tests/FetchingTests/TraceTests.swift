import Fetching
import Synchronization
import Testing

@Suite("The trace of requests")
struct TraceTests {
    private final class Log: Sendable {
        private let lines = Mutex<[RequestTrace]>([])
        func add(_ trace: RequestTrace) { lines.withLock { $0.append(trace) } }
        var all: [RequestTrace] { lines.withLock { $0 } }
    }

    @Test("Each hop is told, with what it cost and without secrets")
    func hops() async throws {
        let server = try OddServer { request, connection in
            if request.target == "/a?token=secret" {
                connection.answer(301, ["Location: /b"], "moved")
            } else {
                connection.answer(200, [], "twelve bytes")
            }
        }
        let log = Log()
        let fetcher = Fetcher(configuration: loopbackConfiguration(), trace: log.add)
        let request = FetchRequest(
            url: "http://user:secret@127.0.0.1:\(server.port)/a?token=secret", purpose: .page,
            validators: Validators(etag: "\"1\""))
        _ = try await fetcher.fetch(request)
        let lines = log.all
        #expect(lines.map(\.url) == ["\(server.origin)/a", "\(server.origin)/b"])
        #expect(lines.map(\.status) == [301, 200])
        #expect(lines.map(\.hop) == [0, 1])
        #expect(lines.map(\.isNewConnection) == [true, false])
        for line in lines {
            #expect(line.purpose == .page)
            #expect(line.isConditional)
            #expect(line.error == nil)
            #expect(line.address == "127.0.0.1")
            #expect(line.version == "1.1")
            #expect(line.steps.finished > 0)
            #expect(line.steps.answered <= line.steps.finished)
            #expect(line.headerBytes > 0)
            #expect(line.started > 1_770_000_000)
        }
        #expect(lines.last?.bodyBytes == 12)
        #expect(lines.last?.wireBytes == 12)
    }

    @Test("A request that brought no answer is told with its reason")
    func failures() async throws {
        let log = Log()
        let fetcher = Fetcher(configuration: loopbackConfiguration(), trace: log.add)
        _ = await fetcher.failure("http://127.0.0.1:1/")
        #expect(log.all.map(\.error) == ["the host refuses connections"])
        #expect(log.all.first?.status == nil)
    }
}
