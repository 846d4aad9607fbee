import Fetching
import Testing

@Suite("Addresses")
struct AddressGuardTests {
    @Test(
        "Every spelling of an address that is not public is recognised",
        arguments: [
            ("0.0.0.0", .unspecified), ("0.1.2.3", .unspecified), ("10.0.0.1", .private), ("10.255.255.255", .private),
            ("172.16.0.1", .private), ("172.31.255.255", .private), ("192.168.1.1", .private), ("100.64.0.1", .shared),
            ("100.127.255.255", .shared), ("127.0.0.1", .loopback), ("127.255.0.1", .loopback), ("127.1", .loopback),
            ("2130706433", .loopback), ("0x7f000001", .loopback), ("0x7f.1", .loopback), ("0177.0.0.1", .loopback),
            ("169.254.169.254", .metadata), ("2852039166", .metadata), ("169.254.1.1", .linkLocal),
            ("100.100.100.200", .metadata), ("192.0.2.7", .documentation), ("198.51.100.1", .documentation),
            ("203.0.113.9", .documentation), ("198.18.0.1", .reserved), ("198.19.255.255", .reserved),
            ("192.88.99.1", .tunnel), ("224.0.0.1", .multicast), ("239.255.255.255", .multicast),
            ("240.0.0.1", .reserved), ("255.255.255.255", .broadcast), ("::", .unspecified), ("::1", .loopback),
            ("0:0:0:0:0:0:0:1", .loopback), ("::ffff:127.0.0.1", .loopback), ("::ffff:7f00:1", .loopback),
            ("::ffff:10.0.0.1", .private), ("::ffff:169.254.169.254", .metadata), ("::127.0.0.1", .reserved),
            ("64:ff9b::127.0.0.1", .loopback), ("64:ff9b::a00:1", .private), ("64:ff9b:1::1", .private),
            ("2002:7f00:1::1", .tunnel), ("2001:0:1::1", .tunnel), ("2001:db8::1", .documentation),
            ("100::1", .reserved),
            ("fc00::1", .private), ("fdff::1", .private), ("fd00:ec2::254", .metadata), ("fe80::1", .linkLocal),
            ("fe80::1%1", .linkLocal), ("fe80::1%lo", .linkLocal), ("fec0::1", .private), ("ff02::1", .multicast),
            ("4000::1", .reserved), ("3fff::1", .documentation),
        ] as [(String, AddressGuard.Kind)])
    func refused(text: String, kind: AddressGuard.Kind) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressGuard.kind(of: address) == kind)
        #expect(AddressGuard().refusal(of: address) == kind)
    }

    @Test(
        "Public addresses are let through",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
            "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255", "::ffff:8.8.8.8",
            "2606:4700::1111", "2a00:1450::1", "64:ff9b::808:808",
        ])
    func `public`(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressGuard().refusal(of: address) == nil)
    }

    @Test(
        "What is no address is none",
        arguments: [
            "", "localhost", "1.2.3.4.5", "256.1.1.1", "1.2.3.4/8", ":::", "12345::", "example.org", "0x", "1..2",
        ])
    func garbage(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(
        "A block holds exactly its addresses",
        arguments: [
            ("127.0.0.0/8", "127.9.9.9", true), ("127.0.0.0/8", "128.0.0.0", false), ("127.1.2.3/8", "127.0.0.1", true),
            ("10.1.0.0/16", "10.1.255.255", true), ("10.1.0.0/16", "10.2.0.0", false), ("10.0.0.1", "10.0.0.1", true),
            ("10.0.0.1", "10.0.0.2", false), ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "::1", false),
            ("::/0", "::1", true), ("fd00::/8", "fdaa::1", true), ("fd00::/8", "fc00::1", false),
            ("10.0.0.0/8", "::ffff:10.1.1.1", true), ("2001:db8::/33", "2001:db8:8000::", false),
            ("2001:db8:0:1::/64", "2001:db8:0:1::9", true),
        ])
    func blocks(block: String, address: String, isInside: Bool) throws {
        let block = try #require(AddressBlock(block))
        let address = try #require(IPAddress(address))
        #expect(block.contains(address) == isInside)
    }

    @Test(
        "A malformed block is none",
        arguments: ["", "/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "a/8", "10.0.0.0/8/8"]
    )
    func malformedBlocks(text: String) {
        #expect(AddressBlock(text) == nil)
    }

    @Test("Addresses and blocks are written as people write them")
    func description() throws {
        #expect(IPAddress("::ffff:10.0.0.1")?.description == "10.0.0.1")
        #expect(IPAddress("2001:db8:0:0:0:0:0:1")?.description == "2001:db8::1")
        #expect(AddressBlock("127.1.2.3/8")?.description == "127.0.0.0/8")
        #expect(AddressBlock("fd00::/8")?.description == "fd00::/8")
    }

    @Test(
        "However the host is spelled, the address that would be connected to decides",
        arguments: [
            ("localhost", .loopback), ("127.1", .loopback), ("2130706433", .loopback), ("0x7f.0.0.1", .loopback),
            ("[::ffff:127.0.0.1]", .loopback), ("LocalHost", .loopback), ("[::1%25lo]", .loopback),
            ("[fe80::1%25lo]", .linkLocal),
        ] as [(String, AddressGuard.Kind)])
    func spellings(host: String, kind: AddressGuard.Kind) async throws {
        let server = try OddServer { _, connection in connection.answer(200, [], "secret") }
        let fetcher = makeFetcher { $0.allowPrivate = [] }
        let reason = await fetcher.failure("http://\(host):\(server.port)/")
        guard case .addressRefused(_, kind) = reason else {
            Issue.record("\(host): \(String(describing: reason))")
            return
        }
        #expect(server.connectionCount == 0)
    }

    @Test("Behind a proxy a numeric address is judged before the proxy is asked")
    func proxy() async throws {
        let proxy = try OddServer { _, connection in connection.answer(200, [], "by proxy") }
        let fetcher = makeFetcher {
            $0.allowPrivate = []
            $0.proxy = proxy.origin
        }
        #expect(await fetcher.failure("http://10.0.0.1/") == .addressRefused(address: "10.0.0.1", kind: .private))
        #expect(await fetcher.failure("http://[::1]/") == .addressRefused(address: "::1", kind: .loopback))
        #expect(proxy.connectionCount == 0)
        #expect(try await fetcher.feed("http://outlet.example/feed").body == Array("by proxy".utf8))
        #expect(proxy.requests.first?.target == "http://outlet.example/feed")
    }
}
