import Foundation

/// A server's answer to a request that is sent as it is written, by a client that corrects nothing.
struct RawAnswer: Sendable {
    let status: Int
    let body: [UInt8]
    private let fields: [String]

    /// Sends a request on a connection of its own and reads until the server closes it.
    init(to method: String, _ url: String, _ fields: [String] = []) async throws {
        let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        let rest = parts.count == 3 ? parts[2] : ""
        let authority = rest.prefix { $0 != "/" }
        let address = authority.split(separator: ":")
        let target = rest.dropFirst(authority.count)
        let lines = ["\(method) \(target.isEmpty ? "/" : target) HTTP/1.1", "Host: \(authority)", "Connection: close"]
        let request = (lines + fields).joined(separator: "\r\n") + "\r\n\r\n"
        let host = String(address.first ?? "")
        let port = UInt16(address.last ?? "") ?? 0
        let bytes: [UInt8] = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try Self.exchange(request, host: host, port: port) })
            }
        }
        let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) ?? bytes.endIndex..<bytes.endIndex
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let words = head[0].split(separator: " ")
        status = words.count > 1 ? Int(words[1]) ?? 0 : 0
        self.fields = Array(head.dropFirst())
        body = Array(bytes[end.upperBound...])
    }

    /// The value of a header field.
    subscript(name: String) -> String? {
        let prefix = name.lowercased() + ":"
        return fields.first { $0.lowercased().hasPrefix(prefix) }.map {
            $0.dropFirst(prefix.count).trimmingCharacters(in: .whitespaces)
        }
    }

    private static func exchange(_ request: String, host: String, port: UInt16) throws -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        let code = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw POSIXError(.ECONNREFUSED) }
        let bytes = Array(request.utf8)
        guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { throw POSIXError(.EPIPE) }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 { answer += buffer[..<count] }
        return answer
    }
}
