import Synchronization

/// A value that is made when it is first asked for, once.
final class Late<Value: Sendable>: Sendable {
    private let making = Mutex<Task<Value, any Error>?>(nil)
    private let make: @Sendable () async throws -> Value

    init(_ make: @escaping @Sendable () async throws -> Value) {
        self.make = make
    }

    /// Returns the value; who asks while it is being made waits, and keeps no thread waiting.
    func value() async throws -> Value { try await begin().value }

    /// Begins to make the value, for those who will ask.
    @discardableResult
    func begin() -> Task<Value, any Error> {
        making.withLock { making in
            if let making { return making }
            let task = Task { [make] in try await make() }
            making = task
            return task
        }
    }
}
