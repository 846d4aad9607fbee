internal import Developments
internal import Storage

/// What the program's exit tells a script (documented in the README and the man page).
public enum ExitStatus: Int32, Sendable {
    case done = 0
    /// Sources newly failing, or over half of them; with `--strict` any.
    case sourcesFailing = 1
    /// Usage or settings.
    case usage = 2
    /// The store or the disk.
    case cannotWork = 3
    /// Another run holds the lock (EX_TEMPFAIL of sysexits.h).
    case busy = 75

    /// The status that an error of the desk means; nil for errors of other kinds.
    public init?(of error: any Error) {
        switch error {
        case is SettingsError, is SubscriptionError, is UsageError, is CorrectionError: self = .usage
        case is DeskIsBusy: self = .busy
        case is StoreError, is DeskError: self = .cannotWork
        default: return nil
        }
    }
}

/// Something asked for that cannot be: an unknown id, an ambiguous prefix.
public struct UsageError: Error, CustomStringConvertible, Sendable {
    /// One line that says what is wrong and what to do.
    public let description: String

    /// Creates an error from its one line.
    public init(_ description: String) { self.description = description }
}

/// The desk cannot work: no space, no permission, missing data files.
public struct DeskError: Error, CustomStringConvertible, Sendable {
    /// One line that says what is wrong and what to do.
    public let description: String

    /// Creates an error from its one line.
    public init(_ description: String) { self.description = description }
}
