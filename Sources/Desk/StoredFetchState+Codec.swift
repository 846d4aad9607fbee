import Fetching
import Notation
import Storage

extension FetchState {
    /// Reads a stored state; one that another version wrote counts as that of a source never asked.
    init(stored bytes: [UInt8]) {
        self = FetchState(blob: bytes) ?? FetchState()
    }

    /// When the source may be asked at the earliest, as far as one moment can say it; nil: at once, or never again.
    var dueColumn: Timestamp? { [nextDue, heldUntil].compactMap { $0 }.max() }
}

extension StoredFetchState {
    /// Whether the source may be asked now.
    func isDue(now: Timestamp, force: Bool) -> Bool {
        bytes.isEmpty || FetchState(stored: bytes).isDue(now: now, force: force)
    }
}
