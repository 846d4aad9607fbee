import Fetching
import Foundation
import Notation
import Synchronization

/// A run's log of its requests: JSON Lines, one for each request that went over the wire.
final class TraceFile: Sendable {
    private struct State {
        var descriptor: Int32
        var buffer: [UInt8] = []
    }

    private let state: Mutex<State>

    /// Makes the file, or empties it.
    ///
    /// - Throws: ``UsageError`` when it cannot be written.
    init(_ file: URL) throws {
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw UsageError("\(file.path) cannot be written: \(String(cString: strerror(errno)))")
        }
        state = Mutex(State(descriptor: descriptor))
    }

    deinit { close() }

    /// Adds a line.
    func add(_ trace: RequestTrace) {
        let line = Self.line(trace)
        state.withLock { state in
            state.buffer += line
            if state.buffer.count >= 1 << 16 { Self.flush(&state) }
        }
    }

    /// Writes what is left and closes the file.
    func close() {
        state.withLock { state in
            guard state.descriptor >= 0 else { return }
            Self.flush(&state)
            _ = Foundation.close(state.descriptor)
            state.descriptor = -1
        }
    }

    /// What cannot be written is lost: a full disk must not end the run for the sake of its log.
    private static func flush(_ state: inout State) {
        var rest = state.buffer[...]
        while !rest.isEmpty, state.descriptor >= 0 {
            let count = rest.withUnsafeBytes { write(state.descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        state.buffer.removeAll(keepingCapacity: true)
    }

    static func line(_ trace: RequestTrace) -> [UInt8] {
        func milliseconds(_ seconds: Double) -> Double { (seconds * 1e6).rounded() / 1e3 }
        func step(_ seconds: Double) -> Double? { seconds > 0 ? milliseconds(seconds) : nil }
        var json = JSONWriter(capacity: 512)
        json.object {
            $0.member("time", time(trace.started))
            $0.member("url", trace.url)
            $0.member("purpose", trace.purpose.rawValue)
            $0.member("hop", trace.hop)
            $0.member("conditional", trace.isConditional)
            $0.member("status", trace.status)
            $0.member("error", trace.error)
            $0.member("address", trace.address.isEmpty ? nil : trace.address)
            $0.member("http", trace.version.isEmpty ? nil : trace.version)
            $0.member("new_connection", trace.isNewConnection)
            $0.member("waited_ms", milliseconds(trace.waited))
            $0.member("resolved_ms", step(trace.steps.resolved))
            $0.member("connected_ms", step(trace.steps.connected))
            $0.member("secured_ms", step(trace.steps.secured))
            $0.member("answered_ms", step(trace.steps.answered))
            $0.member("finished_ms", milliseconds(trace.steps.finished))
            $0.member("header_bytes", trace.headerBytes)
            $0.member("body_bytes", trace.wireBytes)
            $0.member("decoded_bytes", trace.bodyBytes)
        }
        json.endLine()
        return json.bytes
    }

    /// RFC 3339 with milliseconds.
    private static func time(_ seconds: Double) -> String {
        let whole = seconds.rounded(.down)
        let thousandths = String(Int((seconds - whole) * 1000))
        let stamp = Timestamp(seconds: Int(whole)).description.dropLast()
        return "\(stamp).\(String(repeating: "0", count: max(0, 3 - thousandths.count)))\(thousandths)Z"
    }
}
