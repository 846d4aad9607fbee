import Testing

@testable import Curation

/// Invented texts.
@Suite("Who is on record")
struct OnRecordTests {
    private func primary(title: String, text: String = "") throws -> Event {
        try #require(study(text, title: title, published: "2026-03-12").coded.events.first)
    }

    @Test(
        "a named person, an office or a body of the party that says something now is on record",
        arguments: [
            ("Norway's foreign minister condemns Chile over fishing ban", ["NOR"]),
            ("Kremlin rejects Latvian accusations", ["RUS"]),
            ("Norway will lift its sanctions on Chile, Foreign Minister Espen Barth Eide said", ["NOR"]),
            ("The Chilean foreign ministry accused Norway of breaking the treaty.", ["CHL"]),
            ("Norway condemned Chile's fishing ban in a statement on Thursday.", ["NOR"]),
            ("Norway's president announced sanctions against Chile", ["NOR"]),
            ("Hamas accused Israel of breaking the truce", ["PSE"]),
        ])
    func onRecord(_ title: String, _ parties: [String]) throws {
        let event = try primary(title: title)
        #expect(event.status == .onRecord)
        #expect(event.statusBasis == parties)
    }

    @Test(
        "a state's bare name, people without a name, a former office or what is still to be said is no word of the party",
        arguments: [
            "Norway warns Chile of consequences over fishing ban", "Norway, Chile trade warnings over fishing",
            "Norway's former president condemns Chile over fishing ban",
            "Norwegian lawmakers condemn Chile over fishing ban",
            "Norway's foreign minister is expected to condemn Chile on Friday",
            "Norway will lift its sanctions on Chile, Chile's foreign minister said",
            "Norway will visit the islands, which the Chilean foreign ministry says are its own, on Friday",
            "Norway's foreign minister appeared to confirm that Norway lifted its sanctions on Chile",
        ])
    func notOnRecord(_ title: String) throws {
        let event = try primary(title: title)
        #expect(event.status == .reported || event.status == .unconfirmed)
        #expect(event.statusBasis.isEmpty)
    }

    @Test("an office that speaks of the act in one of the first sentences vouches for it; of other things not")
    func vouchers() throws {
        let act = "Norway and Chile will hold talks in Oslo on Friday."
        let spoken = try primary(
            title: "Norway and Chile to hold talks in Oslo",
            text: act + "\n\nThe talks will be about fishing, the Norwegian foreign ministry said on Thursday.")
        #expect(spoken.status == .onRecord && spoken.statusBasis == ["NOR"])
        #expect(spoken.statusEvidence?.text.hasPrefix("The talks") == true)
        let other = try primary(
            title: "Norway and Chile to hold talks in Oslo",
            text: act + "\n\nThe weather has been bad for salmon, the Norwegian foreign ministry said on Thursday.")
        #expect(other.status == .reported)
    }

    @Test("who gives no confirmation is not on record, whatever others tell of its word")
    func noConfirmation() throws {
        let event = try primary(
            title: "Norway and Chile to hold talks in Oslo",
            text: """
                Norway and Chile will hold talks in Oslo on Friday.

                The talks will be about fishing, the Norwegian foreign ministry said. There was no immediate confirmation \
                from the Norwegian government of the day.
                """)
        #expect(event.status != .onRecord && event.statusBasis.isEmpty)
    }
}
