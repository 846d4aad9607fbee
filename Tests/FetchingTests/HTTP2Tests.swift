import Fetching
import Foundation
import Testing

@Suite("HTTP/2 and TLS connections", .enabled(if: HTTP2Server.isAvailable))
struct HTTP2Tests {
    @Test("Many requests at once share few connections, and over HTTP/2 one", arguments: [2, 1])
    func reuse(version: Int) async throws {
        let server = try await HTTP2Server(version: version)
        defer { server.stop() }
        let fetcher = makeFetcher {
            $0.caFile = server.certificate
            $0.connectionsPerHost = 4
        }
        let origin = server.origin
        _ = try await fetcher.feed(origin + "/first")
        await withTaskGroup(of: Int?.self) { group in
            for number in 0..<40 {
                group.addTask { try? await fetcher.feed("\(origin)/\(number)").status }
            }
            for await status in group { #expect(status == 200) }
        }
        // The server tells how many connections and requests it has seen.
        let response = try await fetcher.feed(server.origin + "/count")
        let counts = String(decoding: response.body, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        try #require(counts.count == 2)
        #expect(version == 2 ? counts[0] == 1 : (1...4).contains(counts[0]), "\(counts[0]) connections")
        #expect(counts[1] == 42)
    }
}

/// A server of Node's in a process of its own that speaks HTTP/2, or 1.1 only, over TLS.
private final class HTTP2Server {
    private static let node = ["/usr/bin/node", "/usr/local/bin/node"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    static var isAvailable: Bool { node != nil && TLSServer.isAvailable }

    let origin: String
    let certificate: String
    private let files: TestCertificate
    private let process = Process()

    init(version: Int) async throws {
        files = try await TestCertificate(host: "127.0.0.1")
        certificate = files.certificate
        let script = """
            const fs = require('fs'), http2 = require('http2'), https = require('https');
            const [key, cert, out, version] = process.argv.slice(1);
            const options = { key: fs.readFileSync(key), cert: fs.readFileSync(cert), allowHTTP1: true };
            let connections = 0, requests = 0;
            const answer = (request, response) => {
              requests += 1;
              setTimeout(() => response.end(request.url === '/count' ? `${connections} ${requests}` : 'x'), 20);
            };
            const server = version === '2' ? http2.createSecureServer(options, answer) : https.createServer(options, answer);
            server.on('secureConnection', () => { connections += 1; });
            server.listen(0, '127.0.0.1', () => {
              fs.writeFileSync(out + '.new', String(server.address().port));
              fs.renameSync(out + '.new', out);
            });
            """
        let port = files.folder.appending(path: "port")
        process.executableURL = URL(filePath: Self.node ?? "")
        process.arguments = ["-e", script, "--", files.key, certificate, port.path, String(version)]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        var number: String?
        for _ in 0..<250 where number == nil {
            try await Task.sleep(for: .milliseconds(20))
            number = try? String(contentsOf: port, encoding: .utf8)
        }
        origin = "https://127.0.0.1:\(number ?? "1")"
    }

    func stop() { kill(process.processIdentifier, SIGKILL) }
}
