import Desk
import Foundation
import Testing

/// A feed over TLS whose certificate signs itself.
@Suite("Authorities of one's own", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")))
struct AuthorityTests {
    @Test("A certificate that nobody vouches for says so; with network.caFile the feed is read")
    func caFile() async throws {
        let outlet = try Outlet()
        let answer = "HTTP/1.0 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n\(Outlet.feed(Outlet.item("a")))"
        let folder = try outlet.write(answer, to: "TLS/feed").deletingLastPathComponent()
        try await finish(
            openSSL(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=test -days 2 "
                    + "-addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out cert.pem", in: folder))
        // A port that was free a moment ago.
        let probe = try OddServer { _, connection in connection.close() }
        let port = probe.port
        probe.stop()
        let server = openSSL(
            "s_server -accept 127.0.0.1:\(port) -cert cert.pem -key key.pem -HTTP -quiet", in: folder)
        try server.run()
        // By SIGKILL: it inherits the blocked signals of the thread that started it.
        defer { kill(server.processIdentifier, SIGKILL) }

        try outlet.subscribe("xmlUrl=\"https://127.0.0.1:\(port)/feed\"")
        var reason = "refuses connections"
        for minute in 0..<40 where reason.contains("refuses connections") {
            let report = try await outlet.run(hour: Double(minute) / 60) { $0.isForced = true }
            reason = report.failures.first?.reason ?? ""
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(reason.contains("the site's certificate is self-signed; name its authority in network.caFile"))
        let environment = ["DEMARCHE_NETWORK_CA_FILE": folder.appending(path: "cert.pem").path]
        #expect(try await outlet.run(hour: 1, environment: environment) { $0.isForced = true }.sources.read == 1)
        #expect(try await outlet.articles().count == 1)
    }

    private func openSSL(_ arguments: String, in folder: URL) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }

    private func finish(_ process: Process) async throws {
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
        try #require(status == 0)
    }
}
