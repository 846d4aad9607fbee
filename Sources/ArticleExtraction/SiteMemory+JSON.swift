internal import Notation

extension SiteMemory {
    /// The format that is written; another is not read.
    private static let version = 1

    /// Writes the members of the memory's object; the same memory gives the same bytes.
    private func write(to json: inout JSONWriter) {
        json.member("version", Self.version)
        json.member("pageCount", pageCount)
        json.array("pages") { json in
            for page in pages {
                json.value(([page.url] + page.sketch.hashes).map { String($0, radix: 36) }.joined(separator: " "))
            }
        }
        if !standIns.isEmpty {
            json.array("standIns") { json in
                for page in standIns {
                    let fields = [page.entries, page.sketch.hashes].map { numbers in
                        numbers.map { String($0, radix: 36) }.joined(separator: " ")
                    }
                    json.value(fields.joined(separator: " | "))
                }
            }
        }
        json.array("blocks") { json in
            for (hash, trace) in traces.sorted(by: { ($0.value.last, $0.key) < ($1.value.last, $1.key) }) {
                json.value("\(String(hash, radix: 36)) \(trace.pages) \(trace.first) \(trace.last)")
            }
        }
    }

    /// The memory as one line of JSON.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.object { write(to: &$0) }
        return json.bytes
    }

    /// Reads what ``json`` wrote; nil when it is something else or of another version.
    public init?(json bytes: [UInt8]) {
        guard let value = try? JSONReader.read(bytes) else { return nil }
        self.init(value)
    }

    private init?(_ value: JSONValue) {
        guard value["version"]?.text == String(Self.version), let count = value["pageCount"]?.text.flatMap({ Int($0) }),
            let pages = value["pages"]?.elements, let blocks = value["blocks"]?.elements,
            (0..<1 << 40).contains(count)
        else { return nil }
        pageCount = count
        for page in pages.suffix(Self.reach) {
            let numbers = Self.fields(page).map { UInt64($0, radix: 36) }
            guard let first = numbers.first, let url = first else { return nil }
            self.pages.append(Page(url: url, sketch: TextSketch(hashes: numbers.dropFirst().compactMap { $0 })))
        }
        for page in (value["standIns"]?.elements ?? []).suffix(8) {
            let halves = (page.text ?? "").split(separator: "|").map { half in
                half.split(separator: " ").compactMap { UInt64($0, radix: 36) }
            }
            guard halves.count == 2 else { return nil }
            standIns.append(StandIn(sketch: TextSketch(hashes: halves[1]), entries: halves[0]))
        }
        for block in blocks.suffix(Self.capacity) {
            let fields = Self.fields(block)
            let numbers = fields.dropFirst().compactMap { Int($0) }
            guard numbers.count == 3, let hash = fields.first.flatMap({ UInt64($0, radix: 36) }),
                numbers.allSatisfy({ $0 >= 1 && $0 <= count }), numbers[1] <= numbers[2]
            else { return nil }
            traces[hash] = Trace(pages: numbers[0], first: numbers[1], last: numbers[2])
        }
    }

    private static func fields(_ value: JSONValue) -> [Substring] { value.text?.split(separator: " ") ?? [] }

    // MARK: Several sites

    /// Writes the memories of several sites as one text.
    public static func json(of sites: [String: SiteMemory]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.object("sites") { json in
                for (site, memory) in sites.sorted(by: { $0.key < $1.key }) {
                    json.object(site) { memory.write(to: &$0) }
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    /// Reads what ``json(of:)`` wrote; nil when it is something else.
    public static func sites(json bytes: [UInt8]) -> [String: SiteMemory]? {
        guard let value = try? JSONReader.read(bytes), case .object(let members)? = value["sites"] else { return nil }
        var sites: [String: SiteMemory] = [:]
        for member in members {
            guard let memory = SiteMemory(member.value) else { return nil }
            sites[member.name] = memory
        }
        return sites
    }
}
