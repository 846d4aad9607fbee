internal import Glibc
public import Logging

/// Fetches over HTTP: one libcurl multi handle on one thread of its own, requests as asynchronous calls.
///
/// It keeps connections open between requests, spreads them over hosts and paces each host; it follows redirects itself,
/// so that every hop is checked. It reads no environment and sends no `Referer`; cookies live as long as one chain of
/// redirects.
public final class Fetcher: Sendable {
    private let mailbox = Mailbox()
    private let logger: Logger

    /// Creates a fetcher and its thread, which lives until ``shutdown()`` or the fetcher's end.
    ///
    /// - Parameters:
    ///   - configuration: what holds for all requests.
    ///   - logger: hears of each request at debug level; by default nobody does.
    ///   - holds: the hosts to leave alone, and who is told of others; nil: none is known.
    ///   - trace: is given each request that went over the wire, hop by hop, on the fetcher's thread.
    public init(
        configuration: FetchConfiguration,
        logger: Logger = Logger(label: "fetching") { _ in SwiftLogNoOpLogHandler() },
        holds: HostHolds? = nil, trace: (@Sendable (RequestTrace) -> Void)? = nil
    ) {
        self.logger = logger
        let mailbox = self.mailbox
        detachThread { TransferLoop.run(mailbox, configuration, holds, trace) }
    }

    deinit { shutdown() }

    /// Fetches a URL once; a status such as 404 is an answer, no error.
    ///
    /// Cancelling the task gives the request up at once.
    ///
    /// - Throws: ``FetchError`` when no whole answer came.
    public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
        let ticket = mailbox.newTicket()
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard mailbox.post(.fetch(ticket, request, continuation)) else {
                    return continuation.resume(returning: .failure(FetchError(url: request.url, reason: .cancelled)))
                }
                // The handler below may have run before the ticket was known.
                if Task.isCancelled { _ = mailbox.post(.cancel(ticket)) }
            }
        } onCancel: {
            _ = mailbox.post(.cancel(ticket))
        }
        log(request, answer)
        return try answer.get()
    }

    /// Gives up all requests at once; later ones fail as cancelled.
    public func giveUp() { _ = mailbox.post(.stop) }

    /// Gives up all requests and ends the thread; later requests fail as cancelled.
    ///
    /// Returns when the connections are closed, which takes a few milliseconds: a process that ended before would tear
    /// OpenSSL down under the thread.
    public func shutdown() {
        giveUp()
        mailbox.waitForEnd()
    }

    private func log(_ request: FetchRequest, _ answer: Mailbox.Answer) {
        guard logger.logLevel <= .debug else { return }
        let url = Logger.MetadataValue.string(printable(request.url))
        switch answer {
        case .success(let response):
            logger.debug(
                "fetched",
                metadata: [
                    "url": url, "status": "\(response.status)", "duration": "\(response.duration)",
                    "bytes": "\(response.wireBytes)",
                ])
        case .failure(let error): logger.debug("fetch failed", metadata: ["url": url, "reason": "\(error.reason)"])
        }
    }
}

/// Runs a closure on a thread of its own that no signal interrupts.
///
/// When the system has no thread to give, the closure runs as a task: it then blocks a thread of Swift's pool, which is
/// better than requests that nobody answers.
private func detachThread(_ body: @escaping @Sendable () -> Void) {
    final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
    let context = Unmanaged.passRetained(Body(body))
    var thread = pthread_t()
    let code = pthread_create(
        &thread, nil,
        { context in
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_BLOCK, &all, nil)
            guard let context else { return nil }
            Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
            return nil
        }, context.toOpaque())
    if code == 0 {
        pthread_detach(thread)
    } else {
        context.release()
        Task.detached { body() }
    }
}
