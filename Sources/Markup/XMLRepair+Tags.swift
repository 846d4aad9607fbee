extension XMLRepair {
    /// Reads a start tag and writes it.
    mutating func readStartTag() {
        let start = index
        let name = XMLScan.name(input, from: start + 1)
        let mark = output.count
        output.append(UInt8(ascii: "<"))
        output.append(name, of: input)
        guard let (end, isEmpty) = readAttributes(from: name.upperBound) else {
            // A tag cut off by the end of the input says nothing for certain.
            output.removeLast(output.count - mark)
            index = input.count
            return note("the document ends within a tag", at: start)
        }
        output.append(UInt8(ascii: ">"))
        index = end
        guard open.count < XMLEvents.depthLimit else {
            output.removeLast(output.count - mark)
            isFinished = true
            return note("elements are nested deeper than \(XMLEvents.depthLimit)", at: start)
        }
        let tag = XMLEvents.Stretch(start, end)
        tags.append(tag)
        open.append(Open(name: name, hash: XMLScan.hash(input, name)))
        if isEmpty { close(to: open.count - 1, by: tag) }
        if open.isEmpty { finish() }
    }

    /// Reads a tag's attributes and writes them; nil when the input ends before the tag does.
    private mutating func readAttributes(from nameEnd: Int) -> (end: Int, isEmpty: Bool)? {
        var place = nameEnd
        var names: [Range<Int>] = []
        while true {
            let before = place
            while place < input.count, input[place] <= 0x20 { place += 1 }
            guard place < input.count else { return nil }
            switch input[place] {
            case UInt8(ascii: ">"): return (place + 1, false)
            case UInt8(ascii: "/"):
                place += 1
                if place < input.count, input[place] == UInt8(ascii: ">") { return (place + 1, true) }
                note("a \"/\" inside a tag", at: place)
            case UInt8(ascii: "<"):
                note("a tag that does not end", at: nameEnd)
                return (place, false)
            default:
                if before == place { note("no white space before an attribute", at: place) }
                place = readAttribute(at: place, &names)
            }
        }
    }

    /// Reads an attribute, writes it if it may stand there, and returns where it ends.
    private mutating func readAttribute(at start: Int, _ names: inout [Range<Int>]) -> Int {
        var (name, value, end) = HTMLTagScan.attribute(input, at: start, tagEnd: 0x3C)
        if end == name.upperBound {
            note("an attribute without a value", at: start)
        } else if end == value.upperBound {
            note("an attribute's value without quotes", at: value.lowerBound)
            // Of `a=b/>` the slash ends the tag.
            if end < input.count, input[end] == UInt8(ascii: ">"), end > value.lowerBound,
                input[end - 1] == UInt8(ascii: "/")
            {
                end -= 1
                value = value.lowerBound..<end
            }
        }
        if names.count >= XMLEvents.attributeLimit {
            note("more than \(XMLEvents.attributeLimit) attributes", at: start)
        } else if !XMLScan.startsName(input, at: start) || XMLScan.name(input, from: start) != name {
            note("an attribute whose name is none", at: start)
        } else if names.contains(where: { input[$0].elementsEqual(input[name]) }) {
            note("attribute \(string(name)) twice", at: start)
        } else {
            names.append(name)
            output.append(0x20)
            output.append(name, of: input)
            output += "=\"".utf8
            write(value, as: .value)
            output.append(UInt8(ascii: "\""))
        }
        return end
    }
}
