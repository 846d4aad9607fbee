internal import Notation

extension XMLReader {
    /// Reads a start tag, as leniently as browsers read one.
    mutating func readStartTag() -> Event? {
        let start = index
        var place = start + 1
        while place < bytes.count, XMLScan.isName(bytes[place]) { place += 1 }
        let name = names.intern(bytes, (start + 1)..<place)
        attributes.removeAll(keepingCapacity: true)
        attributeBytes.removeAll(keepingCapacity: true)
        var opened = Open(name: name, bindings: names.bindingCount, hasBase: false, hasLanguage: false)
        var isEmpty = false
        readingAttributes: while true {
            let before = place
            while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
            guard place < bytes.count else {
                // A tag cut off by the end of the input says nothing for certain.
                index = bytes.count
                note("the document ends within a tag", at: start)
                return nil
            }
            switch bytes[place] {
            case UInt8(ascii: ">"):
                place += 1
                break readingAttributes
            case UInt8(ascii: "/"):
                place += 1
                if place < bytes.count, bytes[place] == UInt8(ascii: ">") {
                    isEmpty = true
                    place += 1
                    break readingAttributes
                }
                note("a \"/\" inside a tag", at: place)
            case UInt8(ascii: "<"):
                note("a tag that does not end", at: start)
                break readingAttributes
            default:
                if before == place { note("no white space before an attribute", at: place) }
                place = readAttribute(at: place)
            }
        }
        index = place
        tagRange = start..<place
        guard open.count < Self.depthLimit else {
            note("elements are nested deeper than \(Self.depthLimit)", at: start)
            isFinished = true
            return nil
        }
        if open.isEmpty, hasRoot { note("a second root element", at: start) }
        hasRoot = true
        bindAttributes(&opened, at: start)
        open.append(opened)
        element = names.resolve(name)
        open[open.count - 1].name = name
        if names[element].isUndeclared { noteUndeclared(element, at: start) }
        if isEmpty { pendingEnds = 1 }
        return .start
    }

    /// Reads one attribute and returns where it ends.
    private mutating func readAttribute(at start: Int) -> Int {
        var place = start
        while place < bytes.count, XMLScan.isAttributeName(bytes[place]) { place += 1 }
        if place == start {  // a quote or some such: not even a name
            note("a character that cannot be in a tag", at: start)
            return place + 1
        }
        let nameRange = start..<place
        if !XMLScan.startsName(bytes[start]) { note("an attribute's name starts wrongly", at: start) }
        while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
        let valueStart = attributeBytes.count
        if place < bytes.count, bytes[place] == UInt8(ascii: "=") {
            place += 1
            while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
            place = readAttributeValue(at: place)
        } else {
            note("an attribute without a value", at: start)
        }
        guard attributes.count < Self.attributeLimit else {
            note("more than \(Self.attributeLimit) attributes", at: start)
            return place
        }
        let name = names.intern(bytes, nameRange)
        if attributes.contains(where: { $0.name == name }) {
            note("attribute \(names[name].qualified) twice", at: start)
        } else {
            attributes.append(XMLAttribute(name: name, range: valueStart..<attributeBytes.count))
        }
        return place
    }

    private mutating func readAttributeValue(at start: Int) -> Int {
        guard start < bytes.count else { return start }
        let quote = bytes[start]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let scan = bytes.withUnsafeBufferPointer { XMLScan.attribute($0, from: start + 1, quote: quote) }
            if scan.hasLessThan { note("a \"<\" in an attribute", at: start) }
            decodeValue((start + 1)..<scan.end, scan.needsDecoding)
            return min(scan.end + 1, bytes.count)
        }
        note("an attribute's value without quotes", at: start)
        var end = start
        while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "<") {
            end += 1
        }
        if end > start, end < bytes.count, bytes[end] == UInt8(ascii: ">"), bytes[end - 1] == UInt8(ascii: "/") {
            end -= 1
        }
        decodeValue(start..<end, true)
        return end
    }

    private mutating func decodeValue(_ range: Range<Int>, _ needsDecoding: Bool) {
        guard range.count <= Self.valueLimit else {
            note("an attribute longer than \(Self.valueLimit / 1_000_000) MB is not read", at: range.lowerBound)
            return
        }
        if needsDecoding {
            var buffer: [UInt8] = []
            decode(range, isLiteral: false, isAttribute: true, into: &buffer)
            attributeBytes.append(contentsOf: buffer)
        } else {
            attributeBytes.append(contentsOf: bytes[range])
        }
    }

    /// Takes the declarations of namespaces out, and gives the other attributes the namespaces that are then in scope.
    private mutating func bindAttributes(_ opened: inout Open, at start: Int) {
        guard !attributes.isEmpty else { return }
        var hasDeclarations = false
        for attribute in attributes where names[attribute.name].isDeclaration {
            hasDeclarations = true
            names.bind(attribute.name, to: attributeBytes[attribute.range])
        }
        if hasDeclarations {
            let names = self.names
            attributes.removeAll { names[$0.name].isDeclaration }
        }
        for position in attributes.indices {
            let attribute = attributes[position]
            guard names[attribute.name].hasPrefix else { continue }
            let resolved = names.resolve(attribute.name)
            attributes[position] = XMLAttribute(name: resolved, range: attribute.range)
            let name = names[resolved]
            if name.isUndeclared { noteUndeclared(resolved, at: start) }
            guard name.namespace == XMLNames.xmlNamespace else { continue }
            let value = self.value(of: attribute)
            if name.local == "lang" {
                languages.append(value.trimmedASCII)
                opened.hasLanguage = true
            } else if name.local == "base" {
                let reference = URLReference(value)
                // A base without a host is none, nor is one that runs: "javascript://%0A...".
                guard !reference.isAbsolute || value.contains("://"), FragmentRules.isFollowed(reference.scheme) else {
                    continue
                }
                let base = bases.last.map(reference.resolved(against:)) ?? reference
                // Each link of the document is made as long as its base: a long one would blow it up.
                guard base.bytes.count <= Self.baseLimit else {
                    note("an xml:base longer than \(Self.baseLimit) bytes", at: start)
                    continue
                }
                bases.append(base)
                opened.hasBase = true
            }
        }
    }

    private mutating func noteUndeclared(_ id: Int, at place: Int) {
        let prefix = names[id].prefix
        guard names.reportedPrefixes.insert(prefix).inserted else { return }
        note("prefix \(prefix) is not declared", kind: .undeclaredNamespace, at: place)
    }
}

extension String {
    /// The string without white space at its ends.
    var trimmedASCII: String {
        let utf8 = self.utf8
        guard let first = utf8.firstIndex(where: { $0 > 0x20 }), let last = utf8.lastIndex(where: { $0 > 0x20 }) else {
            return ""
        }
        return String(self[first...last])
    }
}
