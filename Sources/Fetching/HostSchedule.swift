/// The order in which requests start: each host in turn, so many at once per host, page requests spaced.
///
/// A pure value: it holds tickets, and times are seconds of any clock that only goes forward.
struct HostSchedule {
    typealias Ticket = Int

    private struct Host {
        var name: String
        var active = 0
        var nextPage = 0.0
        var prompt = Queue<Ticket>()
        var spaced = Queue<Ticket>()
        /// Whether it stands in `ready`.
        var isReady = false
        /// Whether it stands in `resting`.
        var isResting = false
    }

    private let perHost: Int
    private let spacing: Double
    private var hosts: [Host] = []
    private var indices: [String: Int] = [:]
    private var ready = Queue<Int>()
    /// Hosts whose next page has to wait.
    ///
    /// The spacing is the same for all, so they come up in the order in which they were put here.
    private var resting = Queue<(time: Double, host: Int)>()

    init(perHost: Int, spacing: Double) {
        self.perHost = max(1, perHost)
        self.spacing = max(0, spacing)
    }

    /// Puts a ticket in its host's line.
    ///
    /// - Parameters:
    ///   - ticket: names the request.
    ///   - name: the host.
    ///   - isSpaced: whether the host's spacing counts for it; others go first.
    mutating func add(_ ticket: Ticket, host name: String, isSpaced: Bool) {
        let index = index(of: name)
        if isSpaced { hosts[index].spaced.append(ticket) } else { hosts[index].prompt.append(ticket) }
        makeReady(index)
    }

    /// Says that a started request of a host has ended.
    mutating func finish(host name: String) {
        let index = index(of: name)
        hosts[index].active = max(0, hosts[index].active - 1)
        makeReady(index)
    }

    /// Returns the next ticket that may start now, and counts it as started; nil when none may.
    ///
    /// - Parameters:
    ///   - now: the time.
    ///   - isWaiting: whether a ticket still wants to start.
    /// - Returns: the ticket.
    mutating func next(now: Double, isWaiting: (Ticket) -> Bool) -> Ticket? {
        while let rested = resting.first, rested.time <= now {
            resting.removeFirst()
            hosts[rested.host].isResting = false
            makeReady(rested.host)
        }
        while let index = ready.removeFirst() {
            hosts[index].isReady = false
            guard hosts[index].active < perHost else { continue }
            if let ticket = take(index, now: now, isWaiting: isWaiting) {
                hosts[index].active += 1
                makeReady(index)
                return ticket
            }
        }
        return nil
    }

    /// When a host that now rests may start its next page; nil when none rests.
    var nextTime: Double? { resting.first?.time }

    private mutating func take(_ index: Int, now: Double, isWaiting: (Ticket) -> Bool) -> Ticket? {
        while let ticket = hosts[index].prompt.removeFirst() {
            if isWaiting(ticket) { return ticket }
        }
        while let ticket = hosts[index].spaced.first {
            guard isWaiting(ticket) else {
                hosts[index].spaced.removeFirst()
                continue
            }
            guard hosts[index].nextPage <= now else {
                if !hosts[index].isResting {
                    hosts[index].isResting = true
                    resting.append((hosts[index].nextPage, index))
                }
                return nil
            }
            hosts[index].nextPage = now + spacing
            hosts[index].spaced.removeFirst()
            return ticket
        }
        return nil
    }

    private mutating func makeReady(_ index: Int) {
        let host = hosts[index]
        guard !host.isReady, host.active < perHost, !(host.prompt.isEmpty && host.spaced.isEmpty) else { return }
        hosts[index].isReady = true
        ready.append(index)
    }

    private mutating func index(of name: String) -> Int {
        if let index = indices[name] { return index }
        indices[name] = hosts.count
        hosts.append(Host(name: name))
        return hosts.count - 1
    }
}

/// First in, first out, in constant time on average.
struct Queue<Element> {
    private var elements: [Element] = []
    private var head = 0

    var isEmpty: Bool { head == elements.count }
    var first: Element? { isEmpty ? nil : elements[head] }

    mutating func append(_ element: Element) { elements.append(element) }

    @discardableResult
    mutating func removeFirst() -> Element? {
        guard head < elements.count else { return nil }
        let element = elements[head]
        head += 1
        if head == elements.count || head >= 64 && head * 2 >= elements.count {
            elements.removeFirst(head)
            head = 0
        }
        return element
    }
}
