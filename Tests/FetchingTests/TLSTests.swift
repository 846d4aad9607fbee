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

/// OpenSSL's test server with a certificate made for the occasion.
final class TLSServer {
    static let isAvailable = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

    let origin: String
    let certificate: String
    private let folder: URL
    private let process = Process()

    init(host: String, until end: String = "20991231000000Z") async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "demarche-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.appending(path: "cert.pem").path
        let key = folder.appending(path: "key.pem").path
        try Data().write(to: folder.appending(path: "index.txt"))
        try Data(Self.authority(host: host).utf8).write(to: folder.appending(path: "ca.cnf"))
        try await Self.run(
            ["req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=test"]
                + ["-keyout", key, "-out", "request.pem"], in: folder)
        try await Self.run(
            ["ca", "-batch", "-notext", "-config", "ca.cnf", "-selfsign", "-keyfile", key, "-in", "request.pem"]
                + ["-startdate", "20200101000000Z", "-enddate", end, "-out", certificate], in: folder)
        // A port that was free a moment ago.
        let probe = try OddServer { _, connection in connection.close() }
        let port = probe.port
        probe.stop()
        origin = "https://127.0.0.1:\(port)/"
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = [
            "s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-www", "-quiet",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let fetcher = makeFetcher()
        for _ in 0..<100 {
            guard await fetcher.failure(origin) == .refused else { break }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Ends the server by SIGKILL: it inherits the blocked signals of the thread that started it.
    func stop() { kill(process.processIdentifier, SIGKILL) }

    /// The settings of an authority that signs for one address.
    private static func authority(host: String) -> String {
        """
        [ca]
        default_ca = test
        [test]
        new_certs_dir = .
        database = index.txt
        default_md = sha256
        rand_serial = yes
        policy = names
        x509_extensions = extensions
        [names]
        commonName = supplied
        [extensions]
        subjectAltName = IP:\(host)
        """
    }

    private static func run(_ arguments: [String], in folder: URL) async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
        guard status == 0 else { throw POSIXError(.EINVAL) }
    }
}
