internal import Notation

extension FragmentWriter {
    /// Reads the attributes of a tag to its end and writes those that are allowed; false when the tag does not end.
    mutating func writeAttributes(from start: Int) -> Bool {
        var place = start
        var written: [[UInt8]] = []
        while true {
            while place < input.count, input[place] <= 0x20 || input[place] == UInt8(ascii: "/") { place += 1 }
            guard place < input.count else {
                index = input.count
                return false
            }
            if input[place] == UInt8(ascii: ">") {
                index = place + 1
                return true
            }
            let scan = HTMLTagScan.attribute(input, at: place)
            place = scan.end
            guard let rule = sanitizer.attribute(FragmentNames<FragmentRules.Attribute>.key(input[scan.name])),
                !written.contains(rule.name), written.count < 64
            else { continue }
            written.append(rule.name)
            write(rule, scan.value)
        }
    }

    private mutating func write(_ rule: FragmentRules.Attribute, _ range: Range<Int>) {
        switch rule.kind {
        case .plain, .target:
            begin(rule)
            appendEscaped(range)
        case .url:
            let url = HTMLReference.decoded(input, range)
            guard let safe = safeURL(url) else { return }
            begin(rule)
            appendEscaped(safe)
        case .urlSet:
            let set = safeSet(HTMLReference.decoded(input, range))
            guard !set.isEmpty else { return }
            begin(rule)
            appendEscaped(set)
        case .style:
            let style = CSSDeclarations.safe(HTMLReference.decoded(input, range))
            guard !style.isEmpty else { return }
            begin(rule)
            appendEscaped(style)
        }
        output.html.append(UInt8(ascii: "\""))
    }

    private mutating func begin(_ rule: FragmentRules.Attribute) {
        output.html.append(0x20)
        output.html.append(contentsOf: rule.name)
        output.html.append(contentsOf: "=\"".utf8)
    }

    private mutating func appendEscaped(_ range: Range<Int>) {
        let isPlain = input[range].allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x26 && $0 != 0x3C && $0 != 0x3E }
        if isPlain {
            output.html.append(contentsOf: input[range])
        } else {
            appendEscaped(HTMLReference.decoded(input, range))
        }
    }

    private mutating func appendEscaped(_ value: [UInt8]) {
        for byte in value {
            switch byte {
            case 0x22: output.html.append(contentsOf: "&quot;".utf8)
            case 0x26: output.html.append(contentsOf: "&amp;".utf8)
            case 0x3C: output.html.append(contentsOf: "&lt;".utf8)
            case 0x3E: output.html.append(contentsOf: "&gt;".utf8)
            case 0: break
            default: output.html.append(byte)
            }
        }
    }

    // MARK: URLs

    /// Returns a URL made absolute, or nil when a reader must not follow it.
    private func safeURL(_ url: [UInt8]) -> [UInt8]? {
        sanitizer.safeURL(url)
    }

    /// Makes the candidates of a `srcset` absolute (WHATWG HTML section 4.8.4.2.2).
    private func safeSet(_ set: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var place = 0
        while place < set.count {
            while place < set.count, set[place] <= 0x20 || set[place] == UInt8(ascii: ",") { place += 1 }
            let start = place
            while place < set.count, set[place] > 0x20 { place += 1 }
            var url = set[start..<place]
            let endsHere = url.last == UInt8(ascii: ",")
            while url.last == UInt8(ascii: ",") { url.removeLast() }
            let descriptor = place
            if !endsHere { while place < set.count, set[place] != UInt8(ascii: ",") { place += 1 } }
            guard !url.isEmpty, let safe = safeURL(Array(url)) else { continue }
            if !result.isEmpty { result += ", ".utf8 }
            result += safe
            result += set[descriptor..<place]
        }
        return result
    }
}

extension HTMLSanitizer {
    /// Returns a URL made absolute, or nil when a reader must not follow it.
    ///
    /// The scheme is looked for as browsers do, without the controls and blanks that they pass over.
    ///
    /// - Parameter url: the URL with its references decoded.
    /// - Returns: the URL; nil when it is not safe.
    public func safeURL(_ url: [UInt8]) -> [UInt8]? {
        if isPlainHTTP(url) { return url }
        let bare = url.filter { $0 > 0x20 && $0 != 0x7F }
        if let colon = bare.firstIndex(where: { ":/?#".utf8.contains($0) }), bare[colon] == UInt8(ascii: ":") {
            let scheme = String(decoding: bare[..<colon], as: UTF8.self).lowercased()
            if scheme == "data" { return FragmentRules.isSafeData(bare) ? bare : nil }
            guard FragmentRules.schemes.contains(scheme) else { return nil }
        }
        let reference = URLReference(url.filter { $0 >= 0x20 && $0 != 0x7F })
        return (base.map(reference.resolved(against:)) ?? reference).bytes
    }

    /// `http://` or `https://` and nothing to be dropped: the common case, without a copy.
    private func isPlainHTTP(_ url: [UInt8]) -> Bool {
        guard url.starts(with: "http".utf8), url.count > 8 else { return false }
        let rest = url[4] == UInt8(ascii: "s") ? 5 : 4
        return url[rest...].starts(with: "://".utf8) && url.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }
}
