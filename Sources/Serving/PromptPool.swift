internal import FlyingFox
internal import FlyingSocks
internal import Glibc

/// FlyingFox's pool of sockets, with TCP_NODELAY set on each.
///
/// FlyingFox writes head and body of an answer apart; without the option the kernel holds the body back until the
/// asker has acknowledged the head, which takes 40 ms on a connection that is used again (tcp(7)).
struct PromptPool: AsyncSocketPool {
    private let base: any AsyncSocketPool = HTTPServer.defaultPool()

    func prepare() async throws { try await base.prepare() }

    func run() async throws { try await base.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        // A connection waits for its request here before anything is written to it.
        var on: Int32 = 1
        setsockopt(socket.file.rawValue, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        try await base.suspendSocket(socket, untilReadyFor: events)
    }
}
