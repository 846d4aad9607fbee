internal import GRDB

/// Why the store could not do what it was asked.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The disk has no room left.
    case diskFull(path: String)
    /// The store was written by a newer version of the program.
    case newerVersion(path: String, found: Int, known: Int)
    /// The file is damaged.
    case corrupt(path: String, detail: String)
    /// The file is no store of ours.
    case notAStore(path: String)
    /// Another process kept the store locked for longer than the time-out.
    case busy(path: String)
    /// The file or its folder cannot be opened, read or written.
    case cannotOpen(path: String, detail: String)
    /// The task was cancelled; nothing was written.
    case cancelled
    /// SQLite or a stored value failed in another way.
    case failed(path: String, detail: String)

    /// One line that says what happened and what to do.
    public var description: String {
        switch self {
        case .diskFull(let path): "disk full: no room to write \(path); free some space and run again"
        case .newerVersion(let path, let found, let known):
            "\(path) has format \(found), this program knows up to \(known): install the newer program"
        case .corrupt(let path, let detail):
            "\(path) is damaged (\(detail)): restore the last backup with 'demarche restore'"
        case .notAStore(let path): "\(path) is not a store of demarche: move it away"
        case .busy(let path): "\(path) is locked by another process: try again when it is done"
        case .cannotOpen(let path, let detail): "cannot open \(path) (\(detail)): check the folder's owner and rights"
        case .cancelled: "cancelled before the store was changed"
        case .failed(let path, let detail): "\(path): \(detail)"
        }
    }
}

extension StoreError {
    /// Finds the case that says what an error of a lower layer means to a user.
    init(_ error: any Error, path: String) {
        if let known = error as? StoreError {
            self = known
        } else if error is CancellationError {
            self = .cancelled
        } else if let error = error as? DatabaseError {
            let detail = error.message ?? "SQLite result \(error.extendedResultCode.rawValue)"
            switch error.resultCode {
            case .SQLITE_FULL: self = .diskFull(path: path)
            case .SQLITE_CORRUPT: self = .corrupt(path: path, detail: detail)
            case .SQLITE_NOTADB: self = .notAStore(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_AUTH:
                self = .cannotOpen(path: path, detail: detail)
            case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .cancelled
            default: self = .failed(path: path, detail: detail)
            }
        } else {
            self = .failed(path: path, detail: "\(error)")
        }
    }
}
