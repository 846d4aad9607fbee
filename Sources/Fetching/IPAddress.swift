internal import Glibc

/// An IPv4 or IPv6 address as 128 bits; IPv4 addresses lie in `::ffff:0:0/96` (RFC 4291 section 2.5.5.2).
public struct IPAddress: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    init(ipv4 bits: UInt32) {
        self.init(high: 0, low: 0xffff_0000_0000 | UInt64(bits))
    }

    /// Creates an address from a numeric spelling, or nil when the text is none.
    ///
    /// Takes every spelling that the resolver takes: `127.1`, `0x7f000001`, `2130706433`, `::1`, `fe80::1%lo`.
    public init?(_ text: String) {
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST
        var list: UnsafeMutablePointer<addrinfo>?
        guard !text.isEmpty, getaddrinfo(text, nil, &hints, &list) == 0 else { return nil }
        defer { freeaddrinfo(list) }
        guard let address = list?.pointee.ai_addr, let value = IPAddress(address) else { return nil }
        self = value
    }

    /// Creates the address that a socket address holds, or nil when it is neither IPv4 nor IPv6.
    ///
    /// - Parameter address: points to a whole `sockaddr_in` or `sockaddr_in6`, whichever its family names.
    init?(_ address: UnsafePointer<sockaddr>) {
        let raw = UnsafeRawPointer(address)
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            self.init(ipv4: UInt32(bigEndian: raw.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr))
        case AF_INET6:
            let bytes = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            self = withUnsafeBytes(of: bytes) {
                IPAddress(
                    high: UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)),
                    low: UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
            }
        default: return nil
        }
    }

    /// The IPv4 address, when it is one.
    var ipv4: UInt32? {
        high == 0 && low >> 32 == 0xffff ? UInt32(truncatingIfNeeded: low) : nil
    }
}

extension IPAddress: CustomStringConvertible {
    /// The address in its usual spelling: dotted IPv4, or IPv6 by RFC 5952.
    public var description: String {
        if let ipv4 {
            return [24, 16, 8, 0].map { String(ipv4 >> UInt32($0) & 255) }.joined(separator: ".")
        }
        var bytes = (high.bigEndian, low.bigEndian)
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(AF_INET6, &bytes, &text, socklen_t(text.count)) != nil else { return "?" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// A block of addresses in CIDR notation (RFC 4632), such as `10.0.0.0/8` or `fd00::/8`.
public struct AddressBlock: Hashable, Sendable {
    /// The lowest address.
    let base: IPAddress
    /// How many of the 128 bits all addresses of the block share.
    let prefix: Int

    init(base: IPAddress, prefix: Int) {
        self.base = IPAddress(high: base.high & Self.mask(prefix).high, low: base.low & Self.mask(prefix).low)
        self.prefix = prefix
    }

    /// Creates a block from `ADDRESS/BITS`, or from an address alone; nil when the text is neither.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let base = IPAddress(String(first)) else { return nil }
        let isDotted = !first.contains(":")
        let width = isDotted ? 32 : 128
        var bits = width
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(parts[1]), number <= width
            else { return nil }
            bits = number
        }
        self.init(base: base, prefix: isDotted ? bits + 96 : bits)
    }

    /// Whether an address lies in the block.
    public func contains(_ address: IPAddress) -> Bool {
        let mask = Self.mask(prefix)
        return address.high & mask.high == base.high && address.low & mask.low == base.low
    }

    private static func mask(_ prefix: Int) -> (high: UInt64, low: UInt64) {
        // Smart shifts: by 64 and more they give 0.
        prefix <= 64 ? (UInt64.max << UInt64(64 - prefix), 0) : (.max, UInt64.max << UInt64(128 - prefix))
    }
}

extension AddressBlock: CustomStringConvertible {
    /// The block in CIDR notation.
    public var description: String { "\(base)/\(base.ipv4 != nil && prefix >= 96 ? prefix - 96 : prefix)" }
}
