/// Which version of the program this is.
public enum Version {
    /// The version, by semantic versioning; the outputs' `generator` carries it too.
    public static let current = "0.1.0"
}
