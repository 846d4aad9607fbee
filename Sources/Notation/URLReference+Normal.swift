extension URLReference {
    /// The URL in the form in which equal ones are written alike (RFC 3986 section 6.2.2 and 6.2.3).
    ///
    /// Scheme and host in lower case, no default port, no user, no dot segments, `/` for an empty path, escapes in upper
    /// case and none where the character needs none.
    public var normal: URLReference {
        guard let schemeEnd, let hostRange, let authority else { return self }
        let scheme = bytes[..<schemeEnd].map(Self.lowered)
        var result = scheme + "://".utf8
        result += String(decoding: bytes[hostRange], as: UTF8.self).lowercased().utf8
        let port = bytes[hostRange.upperBound..<authority.upperBound]
        let isDefault =
            port.count <= 1 || (scheme.elementsEqual("http".utf8) && port.elementsEqual(":80".utf8))
            || (scheme.elementsEqual("https".utf8) && port.elementsEqual(":443".utf8))
        if !isDefault { result += port }
        let path = Self.withoutDots(bytes[pathRange])
        result += path.isEmpty ? [UInt8(ascii: "/")] : Self.withNormalEscapes(path[...])
        result += Self.withNormalEscapes(bytes[pathRange.upperBound...])
        return URLReference(result)
    }

    /// The URL in its normal form without fragment and without the parameters that only track a reader.
    ///
    /// Two addresses with one canonical form are taken for one page. The scheme counts: `http` and `https` differ.
    public var canonical: URLReference {
        let url = normal.withoutTracking
        return URLReference(url.bytes[..<(url.queryEnd ?? url.pathRange.upperBound)])
    }

    /// The URL without the query parameters that only track a reader.
    public var withoutTracking: URLReference {
        guard let queryEnd else { return self }
        let parameters = bytes[(pathRange.upperBound + 1)..<queryEnd]
            .split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
        let kept = parameters.filter { !Self.isTracking($0) }
        guard kept.count < parameters.count else { return self }
        var result = Array(bytes[..<pathRange.upperBound])
        for (index, parameter) in kept.enumerated() {
            result.append(UInt8(ascii: index == 0 ? "?" : "&"))
            result += parameter
        }
        result += bytes[queryEnd...]
        return URLReference(result)
    }

    /// The names that the common campaign, mail and advertising tools add; none is ever needed to find a page.
    private static let trackingNames: Set<String> = [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "gclsrc", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
        "igshid",
        "igsh", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking",
        "oly_anon_id",
        "oly_enc_id", "vero_id", "_openstat", "s_cid", "ncid", "cmpid", "ocid", "xtor", "ns_mchannel", "ns_campaign",
        "ns_source", "ns_linkname", "ns_fee", "phpsessid", "jsessionid", "at_medium", "at_campaign", "at_custom1",
        "at_custom2", "at_custom3",
        "at_custom4", "at_link_id", "at_link_origin", "at_link_type", "at_ptr_name", "at_format", "at_bbc_team",
        "sfmc_id",
        "guccounter", "guce_referrer", "guce_referrer_sig", "wt_mc", "wt_zmc", "soc_src", "soc_trk", "traffic_source",
    ]

    /// The beginnings of names that tools make as many of as they like.
    private static let trackingPrefixes = ["utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_"]

    private static func isTracking(_ parameter: ArraySlice<UInt8>) -> Bool {
        let name = String(decoding: parameter.prefix { $0 != UInt8(ascii: "=") }.map(lowered), as: UTF8.self)
        return trackingNames.contains(name) || trackingPrefixes.contains { name.hasPrefix($0) }
    }

    private static func withNormalEscapes(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "%")) else { return Array(text) }
        var result: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex, let high = hexDigit(text[index + 1]),
                let low = hexDigit(text[index + 2])
            {
                let byte = high << 4 | low
                if isUnreserved(byte) { result.append(byte) } else { result += [0x25, upperHex(high), upperHex(low)] }
                index += 3
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    /// RFC 3986 section 2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    private static func upperHex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }
}
