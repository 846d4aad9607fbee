internal import CCurl

/// The thread of a ``Fetcher``: takes commands, starts transfers when their host's turn comes, hands answers out.
struct TransferLoop {
    static let redirects = [301, 302, 303, 307, 308]

    private let multi: UnsafeMutableRawPointer
    private let mailbox: Mailbox
    private let configuration: FetchConfiguration
    private let clock = ContinuousClock()
    private let epoch: ContinuousClock.Instant
    private var schedule: HostSchedule
    private var waiting: [Mailbox.Ticket: Job] = [:]
    private var active: [Mailbox.Ticket: Transfer] = [:]
    private var idle: [Transfer] = []
    /// Hosts that answered 429 or 503 with Retry-After, and until when they want to be left alone.
    private var held: [String: Double]
    private let holds: HostHolds?
    private var isStopped = false
    private let trace: (@Sendable (RequestTrace) -> Void)?

    /// Runs until the mailbox says stop.
    static func run(
        _ mailbox: Mailbox, _ configuration: FetchConfiguration, _ holds: HostHolds?,
        _ trace: (@Sendable (RequestTrace) -> Void)?
    ) {
        defer { mailbox.markEnd() }
        guard globalInit == CURLE_OK, let multi = curl_multi_init() else {
            refuse(mailbox.close(), .failed(code: Int(CURLE_FAILED_INIT.rawValue), "libcurl does not start"))
            return
        }
        mailbox.open(multi)
        var loop = TransferLoop(multi, mailbox, configuration, holds, trace)
        loop.run()
        refuse(mailbox.close(), .cancelled)
        loop.giveUpAll()
        curl_multi_cleanup(multi)
    }

    private static let globalInit = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    private init(
        _ multi: UnsafeMutableRawPointer, _ mailbox: Mailbox, _ configuration: FetchConfiguration,
        _ holds: HostHolds?, _ trace: (@Sendable (RequestTrace) -> Void)?
    ) {
        self.trace = trace
        self.holds = holds
        held = holds?.secondsLeft ?? [:]
        self.multi = multi
        self.mailbox = mailbox
        self.configuration = configuration
        epoch = clock.now
        schedule = HostSchedule(perHost: configuration.connectionsPerHost, spacing: configuration.pageSpacing)
        let perHost = max(1, configuration.connectionsPerHost)
        _ = curl_multi_setopt_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, perHost)
        _ = curl_multi_setopt_long(multi, CURLMOPT_MAXCONNECTS, 4 * max(1, configuration.maxConcurrent))
    }

    private var now: Double { seconds(since: epoch) }

    private func seconds(since start: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = start.duration(to: clock.now).components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }

    private mutating func run() {
        while true {
            for command in mailbox.takeAll() { carryOut(command) }
            if isStopped { return }
            startWhatMayStart()
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            // A transfer that ended makes room for others, which then want to be driven before we sleep.
            if finishWhatEnded() { continue }
            curl_multi_poll(multi, nil, 0, pollTime, nil)
        }
    }

    /// How many milliseconds to sleep unless something happens.
    private var pollTime: Int32 {
        guard !waiting.isEmpty, active.count < max(1, configuration.maxConcurrent), let next = schedule.nextTime
        else { return 60_000 }
        return Int32(min(max((next - now) * 1000, 0), 60_000).rounded(.up))
    }

    private mutating func carryOut(_ command: Mailbox.Command) {
        switch command {
        case .fetch(let ticket, let request, let continuation):
            do throws(FetchError.Reason) {
                let url = try WebURL(request.url)
                let job = Job(
                    ticket: ticket, request: request, url: url, continuation: continuation, now: clock.now)
                waiting[ticket] = job
                schedule.add(ticket, host: url.host, isSpaced: request.purpose == .page)
            } catch {
                continuation.resume(returning: .failure(FetchError(url: request.url, reason: error)))
            }
        case .cancel(let ticket):
            if let transfer = active[ticket] {
                end(transfer) { _ in .cancelled }
            } else if let job = waiting.removeValue(forKey: ticket) {
                answer(job, .cancelled)
            }
        case .stop: isStopped = true
        }
    }

    // MARK: - Starting

    private mutating func startWhatMayStart() {
        while active.count < max(1, configuration.maxConcurrent), !waiting.isEmpty {
            let ticket = schedule.next(now: now) { waiting[$0] != nil }
            guard let ticket, let job = waiting.removeValue(forKey: ticket) else { return }
            start(job)
        }
    }

    private mutating func start(_ job: Job) {
        var job = job
        let waited = seconds(since: job.queued)
        let started = job.start(now: clock.now)
        let timeLeft = configuration.totalTimeout - seconds(since: started)
        if let reason = refusal(of: job, timeLeft: timeLeft) {
            schedule.finish(host: job.url.host)
            return answer(job, reason)
        }
        guard let transfer = idle.popLast() ?? Transfer(configuration: configuration) else {
            schedule.finish(host: job.url.host)
            return answer(job, .failed(code: Int(CURLE_OUT_OF_MEMORY.rawValue), "no further handle"))
        }
        transfer.prepare(job, timeLeft: timeLeft, waited: waited)
        active[job.ticket] = transfer
        let code = curl_multi_add_handle(multi, transfer.handle)
        if code != CURLM_OK {
            end(transfer) { _ in .failed(code: Int(code.rawValue), String(cString: curl_multi_strerror(code))) }
        }
    }

    /// Why a hop whose turn has come does not start; nil when it does.
    private func refusal(of job: Job, timeLeft: Double) -> FetchError.Reason? {
        if timeLeft <= 0 { return .timeout(configuration.totalTimeout) }
        if let until = held[job.url.host], until > now { return .held(seconds: Int((until - now).rounded(.up))) }
        // A proxy resolves names itself, out of our guard's sight; but numbers can be judged here.
        guard !job.proxy(configuration).isEmpty, let ip = IPAddress(job.url.host.filter { $0 != "[" && $0 != "]" }),
            let kind = AddressGuard(allowing: configuration.allowPrivate).refusal(of: ip)
        else { return nil }
        return .addressRefused(address: ip.description, kind: kind)
    }

    // MARK: - Ending

    /// Handles all transfers that libcurl says have ended; false when there were none.
    private mutating func finishWhatEnded() -> Bool {
        var any = false
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            let code = message.pointee.data.result
            var context: UnsafeMutableRawPointer?
            _ = curl_easy_getinfo_pointer(handle, CURLINFO_PRIVATE, &context)
            guard let transfer = Transfer.from(context), let job = transfer.job else { continue }
            any = true
            if code == CURLE_OK || transfer.bodyIsCut {
                finish(transfer, job)
            } else if transfer.isMisencoded(code), !job.isUndecoded {
                askAgain(transfer)
            } else {
                end(transfer) { $0.reason(code) }
            }
        }
        return any
    }

    /// Ends a transfer with an error.
    private mutating func end(_ transfer: Transfer, _ reason: (Transfer) -> FetchError.Reason) {
        let why = reason(transfer)
        trace?(transfer.trace(status: nil, error: why))
        if let job = release(transfer) { answer(job, why) }
    }

    /// Asks for the body as it is, where what was said of its encoding is wrong.
    private mutating func askAgain(_ transfer: Transfer) {
        trace?(transfer.trace(status: nil, error: transfer.reason(CURLE_BAD_CONTENT_ENCODING)))
        let bytes = transfer.offset(CURLINFO_SIZE_DOWNLOAD_T) + transfer.number(CURLINFO_HEADER_SIZE)
        guard var job = release(transfer) else { return }
        job.wireBytes += bytes
        job.repeated(undecoded: true, now: clock.now)
        waiting[job.ticket] = job
        schedule.add(job.ticket, host: job.url.host, isSpaced: false)
    }

    private mutating func finish(_ transfer: Transfer, _ job: Job) {
        let status = transfer.number(CURLINFO_RESPONSE_CODE)
        trace?(transfer.trace(status: status, error: nil))
        let wireBytes =
            job.wireBytes + transfer.offset(CURLINFO_SIZE_DOWNLOAD_T) + transfer.number(CURLINFO_HEADER_SIZE)
        if Self.redirects.contains(status), let target = transfer.string(CURLINFO_REDIRECT_URL) {
            guard var job = release(transfer) else { return }
            job.wireBytes = wireBytes
            job.cookies = transfer.cookies
            return follow(job, to: target, status: status)
        }
        let body: [UInt8]
        do throws(Gzip.Failure) {
            body = try Gzip.unpacked(transfer.takeBody(), limit: transfer.limits.body)
        } catch {
            return end(transfer) { .tooLarge(limit: $0.limits.body) }
        }
        var response = FetchResponse(
            url: job.url.text, status: status, headers: HeaderFields(lines: transfer.headerLines),
            body: body, permanentURL: job.permanentURL,
            duration: job.started?.duration(to: clock.now) ?? .zero, wireBytes: wireBytes)
        response.redirects = job.hops
        response.cookies = transfer.cookies
        _ = release(transfer)
        if status == 429 || status == 503, let delay = response.retryAfter {
            held[job.url.host] = now + Double(delay)
            holds?.hold(job.url.host, seconds: delay)
        }
        job.continuation.resume(returning: .success(response))
    }

    private mutating func follow(_ job: Job, to target: String, status: Int) {
        var job = job
        guard job.hops < configuration.redirectLimit else {
            return answer(job, .redirectLimit(configuration.redirectLimit))
        }
        do throws(FetchError.Reason) {
            let next = try WebURL(target)
            if job.request.stopsAt?(next.text) == true {
                var response = FetchResponse(
                    url: next.text, status: status, duration: job.started?.duration(to: clock.now) ?? .zero,
                    wireBytes: job.wireBytes)
                response.redirects = job.hops + 1
                response.cookies = job.cookies
                return job.continuation.resume(returning: .success(response))
            }
            // On its own host a redirect is part of the same request; on another it waits its turn like any page.
            let isSpaced = job.request.purpose == .page && next.host != job.url.host
            job.follow(next, status: status, now: clock.now)
            waiting[job.ticket] = job
            schedule.add(job.ticket, host: next.host, isSpaced: isSpaced)
        } catch {
            answer(job, .badRedirect("\(error)"))
        }
    }

    /// Takes a transfer out of the multi handle and keeps it for later; returns what it was doing.
    private mutating func release(_ transfer: Transfer) -> Job? {
        guard let job = transfer.job else { return nil }
        curl_multi_remove_handle(multi, transfer.handle)
        transfer.job = nil
        active[job.ticket] = nil
        idle.append(transfer)
        schedule.finish(host: job.url.host)
        return job
    }

    private func answer(_ job: Job, _ reason: FetchError.Reason) {
        job.continuation.resume(returning: .failure(FetchError(url: job.url.text, reason: reason)))
    }

    private mutating func giveUpAll() {
        for transfer in Array(active.values) { end(transfer) { _ in .cancelled } }
        for job in waiting.values { answer(job, .cancelled) }
        waiting = [:]
        // Easy handles go before their multi handle (curl_multi_cleanup(3)).
        idle = []
    }

    private static func refuse(_ commands: [Mailbox.Command], _ reason: FetchError.Reason) {
        for case .fetch(_, let request, let continuation) in commands {
            continuation.resume(returning: .failure(FetchError(url: request.url, reason: reason)))
        }
    }
}
