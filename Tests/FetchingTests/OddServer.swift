import Foundation
import Synchronization

/// A server on loopback whose every byte a test decides, for answers that no decent server gives.
final class OddServer: Sendable {
    /// A request as it came.
    struct Request: Sendable {
        let method: String
        let target: String
        /// Names in lower case.
        let headers: [(name: String, value: String)]
        let connection: Int

        func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    }

    typealias Handler = @Sendable (Request, Connection) -> Void

    let port: UInt16
    private let listener: Int32
    private let handler: Handler
    private let state = Mutex((requests: [Request](), connections: 0, open: 0, mostOpen: 0))

    /// Starts a server on a free port; `0.0.0.0` hears all loopback addresses.
    init(host: String = "127.0.0.1", _ handler: @escaping Handler) throws {
        self.handler = handler
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, host, &address.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 128) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRINUSE) }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [weak self] in
            while true {
                let socket = accept(listener, nil, nil)
                guard socket >= 0, let self else { return }
                Thread.detachNewThread { self.serve(Connection(socket: socket)) }
            }
        }
    }

    deinit { stop() }

    var origin: String { "http://127.0.0.1:\(port)" }
    var requests: [Request] { state.withLock { $0.requests } }
    var connectionCount: Int { state.withLock { $0.connections } }
    /// The most connections that were open at once.
    var mostOpen: Int { state.withLock { $0.mostOpen } }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve(_ connection: Connection) {
        let number = state.withLock { state in
            state.connections += 1
            state.open += 1
            state.mostOpen = max(state.mostOpen, state.open)
            return state.connections
        }
        while !connection.isClosed, let head = connection.readHead() {
            let lines = head.components(separatedBy: "\r\n")
            let first = (lines.first ?? "").split(separator: " ")
            let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                return (line[..<colon].lowercased(), value)
            }
            let request = Request(
                method: String(first.first ?? ""), target: first.count > 1 ? String(first[1]) : "", headers: headers,
                connection: number)
            state.withLock { $0.requests.append(request) }
            handler(request, connection)
        }
        state.withLock { $0.open -= 1 }
        connection.close()
    }
}

extension OddServer {
    /// Many zeros, packed: one fixed deflate block (RFC 1951 section 3.2.6) of a zero and repetitions of 258.
    static func gzipBomb(repetitions: Int) -> [UInt8] {
        var bytes: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
        var bits: UInt32 = 0
        var count: UInt32 = 0
        func write(_ value: UInt32, _ width: UInt32) {
            bits |= value << count
            count += width
            while count >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: bits))
                bits >>= 8
                count -= 8
            }
        }
        // Last block, fixed codes; the literal 0 is 00110000, codes written from their first bit.
        write(0b011, 3)
        write(0b0000_1100, 8)
        for _ in 0..<repetitions {
            // Length 258 is 11000101, distance 1 is 00000.
            write(0b1010_0011, 8)
            write(0, 5)
        }
        write(0, 16)
        return bytes
    }
}

/// One connection to an ``OddServer``; used by its own thread alone.
final class Connection {
    private let socket: Int32
    /// Whether no further request can come.
    private(set) var isClosed = false
    private var isFreed = false
    private var unread: [UInt8] = []

    init(socket: Int32) { self.socket = socket }

    /// Sends bytes; false when the other side has gone.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var start = 0
        while start < bytes.count {
            let sent = bytes[start...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else {
                isClosed = true
                return false
            }
            start += sent
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Sends a whole answer.
    func answer(_ status: Int, _ headers: [String] = [], _ body: String = "") {
        answer(status, headers, Array(body.utf8))
    }

    func answer(_ status: Int, _ headers: [String] = [], _ body: [UInt8]) {
        let lines = ["HTTP/1.1 \(status) X"] + headers + (status == 304 ? [] : ["Content-Length: \(body.count)"])
        send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    func close() {
        guard !isFreed else { return }
        isFreed = true
        isClosed = true
        Glibc.close(socket)
    }

    /// Ends the connection by RST (socket(7), SO_LINGER).
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        close()
    }

    /// Reads up to the empty line that ends a request's head; nil when the connection ends.
    func readHead() -> String? {
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let range = unread.firstRange(of: end) {
                defer { unread.removeSubrange(..<range.upperBound) }
                return String(decoding: unread[..<range.lowerBound], as: UTF8.self)
            }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            // A client that wants to speak TLS (RFC 8446 section 5.1: 22 is a handshake record) never ends a head.
            guard unread.first ?? buffer[0] != 22 else { return nil }
            unread += buffer[..<count]
        }
    }
}
