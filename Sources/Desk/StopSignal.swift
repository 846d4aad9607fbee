import Synchronization

/// Says to all parts of a run that it is to end soon, with what is finished.
final class StopSignal: Sendable {
    private let flag = Atomic(false)

    /// Whether the run is to end.
    var isSet: Bool { flag.load(ordering: .relaxed) }

    func set() { flag.store(true, ordering: .relaxed) }
}
