// Dispatch's sources are safe to hold in any thread; only their protocol does not say so yet.
@preconcurrency import Dispatch
import Foundation
import Glibc
import Synchronization

/// Ends work in good order on SIGINT and SIGTERM: the first signal cancels it, a second one ends the program at once, as
/// does the time by which whoever sent it may expect an end.
final class Interruption: Sendable {
    private let received = Atomic<Int32>(0)
    private let watched: [any DispatchSourceSignal]

    /// Seconds after which the program ends whatever is unfinished; the store and the outputs bear that.
    private static let patience = 1.8

    /// Watches the signals until the value goes.
    ///
    /// - Parameter cancel: called once, at the first signal.
    init(_ cancel: @escaping @Sendable () -> Void) {
        watched = [SIGINT, SIGTERM].map { number in
            Glibc.signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
        }
        for (number, source) in zip([SIGINT, SIGTERM], watched) {
            source.setEventHandler { [weak self] in self?.take(number, cancel) }
            source.resume()
        }
    }

    deinit {
        for source in watched { source.cancel() }
    }

    /// The signal that came first; nil when none did.
    var signal: Int32? {
        let number = received.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }

    private func take(_ number: Int32, _ cancel: () -> Void) {
        guard received.compareExchange(expected: 0, desired: number, ordering: .relaxed).exchanged else {
            _exit(128 + number)
        }
        cancel()
        DispatchQueue.global(qos: .userInitiated).asyncAfter(deadline: .now() + Self.patience) { _exit(128 + number) }
    }
}
