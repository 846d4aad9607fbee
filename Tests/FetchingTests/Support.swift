import Fetching
import Foundation

/// A configuration for servers of our own: loopback allowed, short times, no spacing.
func loopbackConfiguration(_ change: (inout FetchConfiguration) -> Void = { _ in }) -> FetchConfiguration {
    var configuration = FetchConfiguration(userAgent: "demarche/0 (+test@example.org)")
    configuration.allowPrivate = [AddressBlock("127.0.0.0/8")].compactMap { $0 }
    configuration.totalTimeout = 5
    configuration.connectTimeout = 2
    configuration.pageSpacing = 0
    change(&configuration)
    return configuration
}

func makeFetcher(_ change: (inout FetchConfiguration) -> Void = { _ in }) -> Fetcher {
    Fetcher(configuration: loopbackConfiguration(change))
}

extension Fetcher {
    func feed(_ url: String, validators: Validators = Validators()) async throws(FetchError) -> FetchResponse {
        try await fetch(FetchRequest(url: url, purpose: .feed, validators: validators))
    }

    /// Fetches a feed that must fail, and says why it did.
    func failure(_ url: String) async -> FetchError.Reason? {
        do throws(FetchError) {
            _ = try await feed(url)
            return nil
        } catch {
            return error.reason
        }
    }
}

/// Waits until a condition holds, for two seconds at most.
func eventually(_ condition: () -> Bool) async -> Bool {
    for _ in 0..<400 {
        if condition() { return true }
        try? await Task.sleep(for: .milliseconds(5))
    }
    return condition()
}

/// Keeps a server's answer back for 20 ms.
func usleepShort() { usleep(20_000) }
