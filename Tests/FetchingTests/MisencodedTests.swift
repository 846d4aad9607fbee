import Fetching
import Foundation
import Testing

/// Answers whose header says of their body what is not so, as people reported them to feed readers.
@Suite("Bodies that are not packed as they say")
struct MisencodedTests {
    private static let feed = "<rss><channel><title>The Strait Mail</title></channel></rss>"

    /// gzip with stored blocks (RFC 1951 section 3.2.4): no packing needed here.
    private static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        func little(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        let length = little(UInt32(bytes.count)).prefix(2)
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + length + length.map { ~$0 } + bytes + little(~crc)
            + little(UInt32(bytes.count))
    }

    @Test(
        "what is no coding is passed over, and a body that is not packed is read as it is",
        arguments: ["UTF-8", "utf8", "8bit", "binary", "none", "identity", "gzip", "deflate", "br", "gzip, utf-8"])
    func plain(encoding: String) async throws {
        let server = try OddServer { _, connection in
            connection.answer(200, ["Content-Encoding: \(encoding)"], Self.feed)
        }
        let response = try await makeFetcher().feed(server.origin)
        #expect(String(decoding: response.body, as: UTF8.self) == Self.feed)
    }

    @Test(
        "a packed body is read whether that is said or not, and one packed twice",
        arguments: [
            ([], 1), (["Content-Type: application/x-gzip"], 1), (["Content-Encoding: gzip"], 2),
            (["Content-Encoding: x-gzip"], 1), (["Content-Encoding: binary"], 1), ([], 2),
        ] as [([String], Int)])
    func packedBody(headers: [String], times: Int) async throws {
        var body = Array(Self.feed.utf8)
        for _ in 0..<times { body = Self.packed(body) }
        let server = try OddServer { [body] _, connection in connection.answer(200, headers, body) }
        let response = try await makeFetcher().feed(server.origin)
        #expect(String(decoding: response.body, as: UTF8.self) == Self.feed)
    }

    @Test("what is packed without a word is held to the limit as well", .timeLimit(.minutes(1)))
    func bomb() async throws {
        let bomb = OddServer.gzipBomb(repetitions: 100_000)
        let server = try OddServer { _, connection in connection.answer(200, [], bomb) }
        let fetcher = makeFetcher { $0.feedByteLimit = 1 << 20 }
        #expect(await fetcher.failure(server.origin) == .tooLarge(limit: 1 << 20))
    }

    @Test("a packed body that breaks off gives what came, and noise that begins like one is kept")
    func damaged() async throws {
        let half = Array(Self.packed(Array(Self.feed.utf8)).dropLast(20))
        let noise: [UInt8] = [0x1F, 0x8B, 8, 0xFF, 0xFF]
        let server = try OddServer { request, connection in
            connection.answer(200, [], request.target == "/half" ? half : noise)
        }
        let fetcher = makeFetcher()
        #expect(
            Self.feed.hasPrefix(String(decoding: try await fetcher.feed(server.origin + "/half").body, as: UTF8.self)))
        #expect(try await fetcher.feed(server.origin + "/noise").body == noise)
    }

    // MARK: Cookies

    @Test("what a redirect asks to be told is told along its chain, and forgotten after")
    func cookies() async throws {
        let server = try OddServer { request, connection in
            let cookie = request.header("cookie")
            switch request.target {
            case "/feed" where cookie == "seen=1": connection.answer(200, [], "feed")
            case "/feed": connection.answer(302, ["Location: /gate", "Set-Cookie: seen=1; Path=/"], "")
            case "/gate": connection.answer(302, ["Location: /feed"], "")
            default: connection.answer(404, [], "")
            }
        }
        let fetcher = makeFetcher()
        for _ in 0..<2 {
            let before = server.requests.count
            #expect(try await fetcher.feed(server.origin + "/feed").body == Array("feed".utf8))
            #expect(server.requests[before].header("cookie") == nil)
        }
    }

    @Test("a cookie goes to no other host")
    func foreignCookie() async throws {
        let other = try OddServer(host: "127.0.0.2") { _, connection in connection.answer(200, [], "x") }
        let target = "http://127.0.0.2:\(other.port)/"
        let server = try OddServer { _, connection in
            connection.answer(302, ["Location: \(target)", "Set-Cookie: id=7"], "")
        }
        _ = try await makeFetcher().feed(server.origin)
        #expect(other.requests.count == 1 && other.requests[0].header("cookie") == nil)
    }
}
