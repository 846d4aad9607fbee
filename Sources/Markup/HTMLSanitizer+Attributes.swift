internal import Notation

extension FragmentWriter {
    /// Reads the attributes of a tag to its end and writes those that are allowed; false when the tag does not end.
    mutating func writeAttributes(from start: Int) -> Bool {
        var place = start
        var written = SIMD4<UInt64>(repeating: 0)
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
            guard let rule = sanitizer.attribute(FragmentNames<FragmentRules.Attribute>.key(input, scan.name)) else {
                continue
            }
            // Of two alike the first counts.
            let bit: UInt64 = 1 << UInt64(rule.id & 63)
            guard written[rule.id >> 6] & bit == 0 else { continue }
            written[rule.id >> 6] |= bit
            write(rule, scan.value)
        }
    }

    private mutating func write(_ rule: FragmentRules.Attribute, _ range: Range<Int>) {
        switch rule.kind {
        case .plain, .target:
            output.html.append(contentsOf: rule.opening)
            appendEscaped(range)
        case .url where isPlainHTTP(range):
            output.html.append(contentsOf: rule.opening)
            output.html.append(range, of: input)
        case .url:
            let url = HTMLReference.decoded(input, range)
            guard let safe = safeURL(url) else { return }
            output.html.append(contentsOf: rule.opening)
            output.html.appendEscapedHTML(safe)
        case .urlSet:
            let set = safeSet(HTMLReference.decoded(input, range))
            guard !set.isEmpty else { return }
            output.html.append(contentsOf: rule.opening)
            output.html.appendEscapedHTML(set)
        case .style:
            let style = CSSDeclarations.safe(HTMLReference.decoded(input, range))
            guard !style.isEmpty else { return }
            output.html.append(contentsOf: rule.opening)
            output.html.appendEscapedHTML(style)
        }
        output.html.append(UInt8(ascii: "\""))
    }

    /// Whether a URL is plain as it is written, and has nothing to be escaped: the common case, without a copy.
    private func isPlainHTTP(_ range: Range<Int>) -> Bool {
        input.withUnsafeBufferPointer {
            HTMLSanitizer.isPlainHTTP(UnsafeBufferPointer(rebasing: $0[range]))
                && HTMLEscaping.special($0, from: range.lowerBound, to: range.upperBound) == range.upperBound
        }
    }

    private mutating func appendEscaped(_ range: Range<Int>) {
        let special = input.withUnsafeBufferPointer {
            HTMLEscaping.special($0, from: range.lowerBound, to: range.upperBound)
        }
        if special == range.upperBound {
            output.html.append(range, of: input)
        } else {
            output.html.appendEscapedHTML(HTMLReference.decoded(input, range))
        }
    }

    // MARK: URLs

    /// Returns a URL made absolute, or nil when a reader must not follow it or the base has added too much already.
    private mutating func safeURL(_ url: [UInt8]) -> [UInt8]? {
        guard resolutionBudget >= 0, let safe = sanitizer.safeURL(url) else { return nil }
        resolutionBudget -= max(0, safe.count - url.count)
        return resolutionBudget >= 0 ? safe : nil
    }

    /// Makes the candidates of a `srcset` absolute (WHATWG HTML section 4.8.4.2.2).
    private mutating func safeSet(_ written: [UInt8]) -> [UInt8] {
        let set = written.filter { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
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
            if set[descriptor..<place].allSatisfy(Self.isDescriptor) { result += set[descriptor..<place] }
        }
        return result
    }

    /// Whether a byte may be in the descriptor of a candidate: `640w`, `1.5x`.
    private static func isDescriptor(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0D, 0x20, 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
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
        if url.withUnsafeBufferPointer(Self.isPlainHTTP) { return url }
        let isBare = !url.contains { $0 <= 0x20 || $0 == 0x7F }
        let bare = isBare ? url : url.filter { $0 > 0x20 && $0 != 0x7F }
        if let colon = bare.firstIndex(where: { $0 == 0x3A || $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }),
            bare[colon] == UInt8(ascii: ":")
        {
            let scheme = String(decoding: bare[..<colon], as: UTF8.self).lowercased()
            if scheme == "data" { return FragmentRules.isSafeData(bare) ? bare : nil }
            guard FragmentRules.isFollowed(scheme) else { return nil }
        }
        let reference = URLReference(isBare ? url : url.filter { $0 >= 0x20 && $0 != 0x7F })
        return base.map(reference.written(against:)) ?? reference.bytes
    }

    /// `http://` or `https://` and nothing to be dropped.
    static func isPlainHTTP(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
        guard url.count > 8, url.starts(with: "http".utf8) else { return false }
        let rest = url[4] == UInt8(ascii: "s") ? 5 : 4
        guard url[rest] == 0x3A, url[rest + 1] == 0x2F, url[rest + 2] == 0x2F else { return false }
        return url.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }
}
