import Notation
import Testing

@testable import Fetching

/// Random input from fixed seeds: nothing may trap or hang, and what is read must keep to its bounds.
@Suite("Whatever is sent", .timeLimit(.minutes(2)))
struct FuzzTests {
    /// Strings put together from what a reader looks for, with bytes torn out and doubled.
    private struct Mixer {
        var state: UInt64

        mutating func number(below limit: Int) -> Int {
            // SplitMix64 (Steele, Lea, Flood 2014).
            state &+= 0x9e37_79b9_7f4a_7c15
            var bits = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
            bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
            return Int((bits ^ bits >> 31) >> 33) % limit
        }

        mutating func text(from pieces: [String], upTo count: Int) -> String {
            var bytes: [UInt8] = []
            for _ in 0..<number(below: count) { bytes += pieces[number(below: pieces.count)].utf8 }
            for _ in 0..<number(below: 4) where !bytes.isEmpty {
                switch number(below: 3) {
                case 0: bytes.remove(at: number(below: bytes.count))
                case 1: bytes.insert(UInt8(number(below: 256)), at: number(below: bytes.count))
                default: bytes += bytes.suffix(number(below: 20))
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test("Header fields of any content are read within bounds", arguments: 0..<4)
    func headers(seed: Int) {
        var mixer = Mixer(state: UInt64(seed))
        let pieces = [
            "max-age", "=", "\"", ",", ";", " ", "<", ">", "rel", "alternate", "no-store", "9223372036854775808", "-1",
            "1e9",
            "Sat, 31 Jan 2026 10:00:00 GMT", "31", "Jan", ":", "\\", "text/html", "charset", "utf-8", "\u{e9}", "\t",
            "/",
        ]
        let names = ["Retry-After", "Cache-Control", "Expires", "Age", "Date", "Link", "Content-Type", "ETag"]
        for _ in 0..<200 {
            let fields = names.map { (name: $0, value: mixer.text(from: pieces, upTo: 12)) }
            let response = FetchResponse(url: "http://outlet.example/", status: 200, headers: HeaderFields(fields))
            if let delay = response.retryAfter { #expect(delay >= 0) }
            if let fresh = response.freshFor { #expect((0...1 << 31).contains(fresh)) }
            #expect(response.headers.links.count <= 100)
            if let type = response.mediaType { #expect(!type.isEmpty && !type.contains(";")) }
            if let charset = response.charset { #expect(!charset.isEmpty && !charset.contains("\"")) }
            var state = FetchState()
            let now = Timestamp(seconds: 1_770_000_000)
            state.record(response, content: .init(newEntries: 1), now: now, policy: FetchPolicy(), id: "s")
            #expect((state.nextDue?.seconds ?? .max) - now.seconds <= 7 * 3600)
            #expect((state.heldUntil?.seconds ?? 0) - now.seconds <= 86_400)
            #expect(FetchState(blob: state.blob) == state)
        }
    }

    @Test("A robots.txt of any content gives rules that answer", arguments: 0..<4)
    func robots(seed: Int) {
        var mixer = Mixer(state: UInt64(seed))
        let pieces = [
            "User-agent", ":", " ", "*", "demarche", "\n", "\r", "Disallow", "Allow", "/", "%", "%2F", "%zz", "$", "#",
            "a",
            "\u{feff}", "\0", "?", "é",
        ]
        for _ in 0..<200 {
            let rules = RobotsRules(Array(mixer.text(from: pieces, upTo: 60).utf8), product: "demarche")
            let target = "/" + mixer.text(from: pieces, upTo: 20)
            #expect(rules.allows(target) == rules.allows(target))
            #expect(rules.allows("/robots.txt"))
        }
    }

    @Test("Whatever is taken for an address and is not public is refused", arguments: 0..<4)
    func addresses(seed: Int) {
        var mixer = Mixer(state: UInt64(seed))
        let pieces = [
            "127", "0x7f", "0177", ".", ".", ":", "::", "ffff", "1", "0", "%", "lo", "/", "fe80", "255", "10", " ",
        ]
        for _ in 0..<500 {
            let text = mixer.text(from: pieces, upTo: 12)
            guard let address = IPAddress(text) else { continue }
            // What is written out again is the same address, and is judged the same.
            #expect(IPAddress(address.description) == address, "\(text)")
            let isPublic = AddressGuard.kind(of: address) == nil
            if let bits = address.ipv4 {
                let first = bits >> 24
                if [0, 10, 127].contains(first) || first >= 224 { #expect(!isPublic, "\(text)") }
            } else if address.high >> 61 != 1 {
                #expect(!isPublic || address.high == 0x0064_ff9b_0000_0000, "\(text)")
            }
        }
    }

    @Test("URLs of any content are refused or safe to print", arguments: 0..<4)
    func urls(seed: Int) {
        var mixer = Mixer(state: UInt64(seed))
        let pieces = [
            "http", "https", "file", "://", ":", "@", "/", "?", "#", "[", "]", "::1", "user", "secret", ".", "é", "%",
            "\\",
        ]
        for _ in 0..<500 {
            let text = mixer.text(from: pieces, upTo: 12)
            guard let url = try? WebURL(text) else { continue }
            #expect(url.text.hasPrefix("http://") || url.text.hasPrefix("https://"))
            #expect(!url.host.isEmpty)
            #expect(!printable(url.text).contains("?"))
        }
    }
}
