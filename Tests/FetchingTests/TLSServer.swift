import Fetching
import Foundation

/// OpenSSL's test server with a certificate made for the occasion.
final class TLSServer {
    static let isAvailable = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

    let origin: String
    let certificate: String
    private let files: TestCertificate
    private let process = Process()

    init(host: String, until end: String = "20991231000000Z") async throws {
        files = try await TestCertificate(host: host, until: end)
        certificate = files.certificate
        // A port that was free a moment ago.
        let probe = try OddServer { _, connection in connection.close() }
        let port = probe.port
        probe.stop()
        origin = "https://127.0.0.1:\(port)/"
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = [
            "s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", files.key, "-www", "-quiet",
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

    /// Ends the server by SIGKILL: it inherits the blocked signals of the thread that started it.
    func stop() { kill(process.processIdentifier, SIGKILL) }
}

/// A certificate that signs itself for one address, in a folder that goes with the value.
final class TestCertificate {
    let folder: URL
    let certificate: String
    let key: String

    init(host: String, until end: String = "20991231000000Z") async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "demarche-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.appending(path: "cert.pem").path
        key = folder.appending(path: "key.pem").path
        try Data().write(to: folder.appending(path: "index.txt"))
        try Data(Self.authority(host: host).utf8).write(to: folder.appending(path: "ca.cnf"))
        try await Self.run(
            ["req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=test"]
                + ["-keyout", key, "-out", "request.pem"], in: folder)
        try await Self.run(
            ["ca", "-batch", "-notext", "-config", "ca.cnf", "-selfsign", "-keyfile", key, "-in", "request.pem"]
                + ["-startdate", "20200101000000Z", "-enddate", end, "-out", certificate], in: folder)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

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
