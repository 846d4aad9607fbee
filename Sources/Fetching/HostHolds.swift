public import Notation
internal import Synchronization

/// The hosts that want to be left alone (`Retry-After`, RFC 9110 section 10.2.3), and until when: what one run was told
/// holds for the next.
public final class HostHolds: Sendable {
    private let now: Timestamp
    private let held: Mutex<[String: Timestamp]>
    /// The longest that a host is taken at its word, in seconds; a hold that a clock set wrong made ends, too.
    private static let ceiling = 86_400

    /// Creates the holds of a run.
    ///
    /// - Parameters:
    ///   - now: the run's clock.
    ///   - until: what an earlier run's ``until`` held.
    public init(now: Timestamp, until: [String: Timestamp] = [:]) {
        self.now = now
        held = Mutex(until.filter { $0.value > now && $0.value.seconds - now.seconds <= Self.ceiling })
    }

    /// Until when each host wants to be left alone; to be kept for the next run.
    public var until: [String: Timestamp] { held.withLock { $0 } }

    /// For how many seconds from the run's clock each host is held.
    var secondsLeft: [String: Double] { until.mapValues { Double($0.seconds - now.seconds) } }

    /// Takes note of what a host asks.
    func hold(_ host: String, seconds: Int) {
        let until = now.adding(seconds: min(seconds, Self.ceiling))
        held.withLock { $0[host] = max($0[host] ?? until, until) }
    }
}
