import Fetching
import Foundation
import Testing

@Suite("TLS", .enabled(if: TLSServer.isAvailable))
struct TLSTests {
    @Test("A certificate that nobody vouches for says so; with its authority named it is taken")
    func selfSigned() async throws {
        let server = try await TLSServer(host: "127.0.0.1")
        defer { server.stop() }
        #expect(await makeFetcher().failure(server.origin) == .tls(.selfSigned))
        let fetcher = makeFetcher { $0.caFile = server.certificate }
        #expect(try await fetcher.feed(server.origin).status == 200)
    }

    @Test("A certificate for another host says so")
    func wrongHost() async throws {
        let server = try await TLSServer(host: "127.9.9.9")
        defer { server.stop() }
        let fetcher = makeFetcher { $0.caFile = server.certificate }
        #expect(await fetcher.failure(server.origin) == .tls(.wrongHost))
    }

    @Test("An expired certificate says so")
    func expired() async throws {
        let server = try await TLSServer(host: "127.0.0.1", until: "20200201000000Z")
        defer { server.stop() }
        let fetcher = makeFetcher { $0.caFile = server.certificate }
        #expect(await fetcher.failure(server.origin) == .tls(.expired))
    }

    @Test("A server that does not speak TLS is no secure connection")
    func plain() async throws {
        let server = try OddServer { _, connection in connection.close() }
        guard case .tls = await makeFetcher().failure("https://127.0.0.1:\(server.port)/") else {
            Issue.record("no TLS error")
            return
        }
    }
}
