/// Decides which addresses may be connected to: those of the public Internet, and blocks that the desk allows.
///
/// It is asked at connect time with the address that the socket will really use, so that neither a redirect nor a
/// name that resolves differently the second time (DNS rebinding) gets past it.
public struct AddressGuard: Sendable {
    /// Why an address is refused.
    public enum Kind: String, Hashable, Codable, Sendable {
        case unspecified, loopback, `private`, shared, metadata, multicast, broadcast, reserved, documentation, tunnel
        case linkLocal = "link-local"
    }

    private let allowed: [AddressBlock]

    /// Creates a guard.
    ///
    /// - Parameter allowed: blocks that are let through although they are not public.
    public init(allowing allowed: [AddressBlock] = []) {
        self.allowed = allowed
    }

    /// Returns why an address may not be connected to; nil when it may.
    public func refusal(of address: IPAddress) -> Kind? {
        guard let kind = Self.kind(of: address) else { return nil }
        return allowed.contains { $0.contains(address) } ? nil : kind
    }

    /// Returns what makes an address not public; nil for a public one.
    public static func kind(of address: IPAddress) -> Kind? {
        if let (_, kind) = special.first(where: { $0.0.contains(address) }) { return kind }
        // NAT64 (RFC 6052): the last 32 bits are the IPv4 address that is really meant.
        if nat64.contains(address) { return kind(of: IPAddress(ipv4: UInt32(truncatingIfNeeded: address.low))) }
        guard address.ipv4 == nil else { return nil }
        // Everything unicast that is public lies in 2000::/3 (RFC 4291 section 2.4, IANA's IPv6 address space).
        return address.high >> 61 == 1 ? nil : .reserved
    }

    private static let nat64 = AddressBlock(base: IPAddress(high: 0x0064_ff9b_0000_0000, low: 0), prefix: 96)

    /// IANA's special-purpose registries (RFC 6890), the metadata services of the large clouds first.
    private static let special: [(AddressBlock, Kind)] = table.compactMap { text, kind in
        AddressBlock(text).map { ($0, kind) }
    }

    static let table: [(String, Kind)] = [
        ("169.254.169.254", .metadata), ("169.254.170.2", .metadata), ("100.100.100.200", .metadata),
        ("fd00:ec2::254", .metadata), ("168.63.129.16", .metadata), ("192.0.0.192", .metadata),
        ("0.0.0.0/8", .unspecified), ("10.0.0.0/8", .private), ("100.64.0.0/10", .shared), ("127.0.0.0/8", .loopback),
        ("169.254.0.0/16", .linkLocal), ("172.16.0.0/12", .private), ("192.0.0.0/24", .reserved),
        ("192.0.2.0/24", .documentation), ("192.88.99.0/24", .tunnel), ("192.168.0.0/16", .private),
        ("198.18.0.0/15", .reserved), ("198.51.100.0/24", .documentation), ("203.0.113.0/24", .documentation),
        ("224.0.0.0/4", .multicast), ("255.255.255.255", .broadcast), ("240.0.0.0/4", .reserved),
        ("::", .unspecified), ("::1", .loopback), ("64:ff9b:1::/48", .private), ("100::/64", .reserved),
        ("2001::/32", .tunnel), ("2001::/23", .reserved), ("2001:db8::/32", .documentation), ("2002::/16", .tunnel),
        ("3fff::/20", .documentation), ("5f00::/16", .reserved), ("fc00::/7", .private), ("fe80::/10", .linkLocal),
        ("fec0::/10", .private), ("ff00::/8", .multicast),
    ]
}
