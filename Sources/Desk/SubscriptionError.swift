/// A subscription list that cannot be read, or a subscription that cannot be.
public struct SubscriptionError: Error, CustomStringConvertible, Sendable {
    /// The file, with the line where one is known.
    public let place: String
    /// What is wrong, and what to do.
    public let problem: String

    /// One line: place and problem.
    public var description: String { "\(place): \(problem)" }
}
