internal import CCurl
internal import Dispatch
internal import Synchronization

/// The way from any task to the thread of a ``TransferLoop``.
final class Mailbox: Sendable {
    typealias Answer = Result<FetchResponse, FetchError>
    typealias Ticket = HostSchedule.Ticket

    enum Command: Sendable {
        case fetch(Ticket, FetchRequest, CheckedContinuation<Answer, Never>)
        case cancel(Ticket)
        case stop
    }

    private struct State {
        var commands: [Command] = []
        var isOpen = true
        var lastTicket = 0
        /// The multi handle's address while the thread may be woken, else 0.
        ///
        /// Kept as a number, since a pointer is not Sendable; the only call made with it, curl_multi_wakeup(3), is the
        /// one that any thread may make.
        var multi: UInt = 0
    }

    private let state = Mutex(State())
    private let end = DispatchSemaphore(value: 0)

    func newTicket() -> Ticket {
        state.withLock {
            $0.lastTicket += 1
            return $0.lastTicket
        }
    }

    /// Hands a command over; false when the thread has ended.
    func post(_ command: Command) -> Bool {
        state.withLock { state in
            guard state.isOpen else { return false }
            state.commands.append(command)
            if state.commands.count == 1, let multi = UnsafeMutableRawPointer(bitPattern: state.multi) {
                curl_multi_wakeup(multi)
            }
            return true
        }
    }

    /// Says that the thread has let go of everything; called by it at its end.
    func markEnd() { end.signal() }

    /// Waits until the thread has let go of everything, or for a second.
    func waitForEnd() {
        if end.wait(timeout: .now() + 1) == .success { end.signal() }
    }

    /// Takes all commands; called by the thread alone.
    func takeAll() -> [Command] {
        state.withLock { state in
            guard !state.commands.isEmpty else { return [] }
            defer { state.commands.removeAll(keepingCapacity: true) }
            return state.commands
        }
    }

    /// Says which handle to wake; called by the thread alone.
    func open(_ multi: UnsafeMutableRawPointer) {
        state.withLock { $0.multi = UInt(bitPattern: multi) }
    }

    /// Refuses further commands and returns the last ones; the handle is not woken any more.
    func close() -> [Command] {
        state.withLock { state in
            state.isOpen = false
            state.multi = 0
            defer { state.commands = [] }
            return state.commands
        }
    }
}
