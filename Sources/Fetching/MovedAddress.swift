/// The address of a feed that has moved, as it is asked from then on.
public enum MovedAddress {
    /// Returns the new place with the user and password of the old one when it is on the same host, which knows them; a host
    /// that gets them over TLS is not sent them in the clear.
    ///
    /// - Parameters:
    ///   - place: where a permanent redirect led.
    ///   - address: the address that was asked, which may hold a user and a password.
    /// - Returns: the address to ask.
    public static func address(_ place: String, movedFrom address: String) -> String {
        guard let old = try? WebURL(address), old.credentials != nil, let new = try? WebURL(place),
            new.credentials == nil, new.host == old.host, new.isSecure || !old.isSecure,
            let secrets = userInfo(of: address), let mark = place.firstRange(of: "://")
        else { return place }
        return place[..<mark.upperBound] + secrets + "@" + place[mark.upperBound...]
    }

    /// What stands before the `@` of an authority (RFC 3986 section 3.2.1).
    private static func userInfo(of address: String) -> Substring? {
        guard let mark = address.firstRange(of: "://") else { return nil }
        let authority = address[mark.upperBound...].prefix { !"/?#".contains($0) }
        return authority.lastIndex(of: "@").map { authority[..<$0] }
    }
}
