internal import FlyingFox
internal import FlyingSocks
public import Foundation
internal import Glibc
internal import Synchronization

/// Serves the files of a folder over HTTP, to this machine alone.
///
/// It answers GET and HEAD with a content type by the file's name, a strong `ETag` from the content, `Last-Modified`,
/// and 304 when the asker has that version. Nothing outside the folder is reached, by whatever spelling or link, and no name that begins with a dot.
public final class FolderServer: Sendable {
    /// The loopback addresses that a server listens on.
    public enum Addresses: Sendable {
        /// 127.0.0.1.
        case loopback
        /// All of 127.0.0.0/8, so that one server can play many hosts.
        case allLoopback
    }

    /// A text that stands for the server's own origin in the files it serves.
    public struct Replacement: Sendable {
        /// The literal origin, such as `http://127.0.0.1:8463`.
        public let origin: String

        /// Creates a replacement for a literal origin.
        public init(origin: String) {
            self.origin = origin
        }
    }

    private struct State {
        var folder: ServedFolder
        var server: HTTPServer?
        var task: Task<Void, Never>?
        var failure: String?
        var boundPort: UInt16 = 0
        var counts: [Int: Int] = [:]
    }

    private let state: Mutex<State>
    private let port: UInt16
    private let addresses: Addresses
    private let replacement: Replacement?

    /// Creates a server; it does not listen yet.
    ///
    /// - Parameters:
    ///   - root: the folder.
    ///   - port: 0 lets the system choose.
    ///   - addresses: where to listen.
    ///   - replacement: what to replace in text files by the server's origin.
    public init(
        root: URL, port: UInt16 = 0, addresses: Addresses = .loopback, replacing replacement: Replacement? = nil
    ) {
        self.port = port
        self.addresses = addresses
        self.replacement = replacement
        state = Mutex(State(folder: ServedFolder(root: root)))
    }

    /// The server's origin, such as `http://127.0.0.1:8463`; before ``start()`` with the port that was asked for.
    public var origin: String { "http://127.0.0.1:\(state.withLock { $0.boundPort == 0 ? port : $0.boundPort })" }

    /// How many answers were given, by status.
    public var answerCounts: [Int: Int] { state.withLock { $0.counts } }

    /// Serves another folder from now on.
    public func serve(root: URL) {
        state.withLock { $0.folder = ServedFolder(root: root) }
    }

    /// Sets all counts to zero.
    public func resetCounts() {
        state.withLock { $0.counts = [:] }
    }

    /// Begins to listen; returns when requests are answered.
    ///
    /// - Throws: ``ServingError`` when the port cannot be had.
    public func start() async throws(ServingError) {
        let host = addresses == .loopback ? "127.0.0.1" : "0.0.0.0"
        guard let address = try? sockaddr_in.inet(ip4: host, port: port) else {
            throw ServingError(port: port, reason: "no address")
        }
        let server = HTTPServer(address: address, pool: PromptPool(), logger: .disabled, handler: Handler(server: self))
        let task = Task { [weak self] in
            do {
                try await server.run()
            } catch {
                self?.state.withLock { $0.failure = "\(error)" }
            }
        }
        state.withLock {
            $0.server = server
            $0.task = task
            $0.failure = nil
        }
        for _ in 0..<2000 {
            if case .ip4(_, let port)? = await server.listeningAddress {
                return state.withLock { $0.boundPort = port }
            }
            if let failure = state.withLock({ $0.failure }) { throw ServingError(port: port, reason: failure) }
            try? await Task.sleep(for: .milliseconds(2))
        }
        await stop()
        throw ServingError(port: port, reason: "it does not begin to listen")
    }

    /// Stops listening and ends all connections.
    public func stop() async {
        let (server, task) = state.withLock { state in
            defer {
                state.server = nil
                state.task = nil
            }
            return (state.server, state.task)
        }
        await server?.stop()
        task?.cancel()
        await task?.value
    }

    fileprivate func answer(_ request: HTTPRequest) -> HTTPResponse {
        let response = isFromHere(request) ? answerLocal(request) : HTTPResponse(statusCode: .forbidden)
        state.withLock { $0.counts[response.statusCode.code, default: 0] += 1 }
        return response
    }

    /// Whether the asker is on this machine; a socket that listens on all of 127.0.0.0/8 hears the network too.
    private func isFromHere(_ request: HTTPRequest) -> Bool {
        guard case .ip4(let peer, _)? = request.remoteAddress else { return false }
        return peer.hasPrefix("127.")
    }

    private func answerLocal(_ request: HTTPRequest) -> HTTPResponse {
        guard request.method == .GET || request.method == .HEAD else {
            return refusal(.methodNotAllowed, [HTTPHeader("Allow"): "GET, HEAD"])
        }
        let folder = state.withLock { $0.folder }
        switch folder.find(request.target.path(percentEncoded: true)) {
        case .nothing: return refusal(.notFound)
        case .folder(let location): return refusal(.movedPermanently, [.location: location])
        case .file(let file):
            guard let document = folder.document(file, replacing: replacement?.origin, with: origin) else {
                return refusal(.notFound)
            }
            return document.response(to: request) ?? refusal(.notFound)
        }
    }

    private func refusal(_ status: HTTPStatusCode, _ headers: HTTPHeaders = [:]) -> HTTPResponse {
        HTTPResponse(statusCode: status, headers: headers)
    }

    private struct Handler: HTTPHandler {
        weak let server: FolderServer?

        func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
            server?.answer(request) ?? HTTPResponse(statusCode: .serviceUnavailable)
        }
    }
}

/// A server that cannot listen.
public struct ServingError: Error, CustomStringConvertible {
    /// The port that was asked for; 0: any.
    public let port: UInt16
    /// What the system says.
    public let reason: String

    /// One line that a person can act on.
    public var description: String { "cannot serve on port \(port): \(reason); choose another port" }
}
