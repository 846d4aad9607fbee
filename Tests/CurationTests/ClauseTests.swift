import Notation
import Testing

@testable import Curation

/// What the words around an act change, which may be its sides, its time or its very kind, in sentences that we made up.
@Suite("Acts as the words around them have it")
struct ClauseTests {
    static let sides = [
        ToldEvent(
            "Peruvian and Chilean officials may meet in Quito next week.", .consult, ["PER", "CHL"], .hypothetical),
        ToldEvent(
            "Some 400 Kenyan and Ugandan soldiers began a week of exercises near Busia on Monday.", .mobilize,
            ["KEN", "UGA"]),
        ToldEvent(
            "Bolivian soldiers withdrew on Monday from a bridge on the border with Paraguay.", .retreat, ["BOL"]),
        ToldEvent("Bolivia pulled its troops back from the Paraguayan border.", .retreat, ["BOL"]),
        ToldEvent(
            "Delegations from Peru and Chile resumed talks that Brazil had left in spring.", .consult, ["PER", "CHL"]),
        ToldEvent(
            "Libya's internationally recognised government and the Libyan army agreed to a truce, the UN envoy said.",
            .agree, ["LBY"]),
        ToldEvent(
            "Canada blamed Belarus for the raid and expelled its ambassador.", .sanction, ["CAN"], to: ["BLR"]),
        ToldEvent("King Charles welcomed Ghana's new president in London.", .consult, ["GBR", "GHA"]),
    ]
    static let kinds = [
        ToldEvent("Latvia sent home a Belarusian embassy attaché.", .sanction, ["LVA"], to: ["BLR"]),
        ToldEvent("Japan ordered out two Chilean consular staff.", .sanction, ["JPN"], to: ["CHL"]),
        ToldEvent("Spain reinstated visas for Cuban officials.", .concede, ["ESP"], to: ["CUB"]),
        ToldEvent("Norway will provide 450 million euros to Moldova.", .aid, ["NOR"], to: ["MDA"], .future),
        ToldEvent("Ghana sent 900 tonnes of maize to Burkina Faso.", .aid, ["GHA"], to: ["BFA"]),
        ToldEvent("Kenya and Oman began carrying out their trade agreement on Monday.", .cooperate, ["KEN", "OMN"]),
        ToldEvent(
            "Two Australian and three Fijian warships sailed past the reef on Sunday.", .mobilize, ["AUS", "FJI"]),
        ToldEvent(
            "Chad will strike back at Sudan if its villages are shelled, its president said.", .threaten, ["TCD"],
            to: ["SDN"]),
        ToldEvent("Sudan says Chad must withdraw its troops.", .request, ["SDN"], to: ["TCD"]),
        ToldEvent("Peru said Bolivia's tariffs were unacceptable.", .accuse, ["PER"], to: ["BOL"]),
        ToldEvent("Oman called Yemen's plan unrealistic.", .reject, ["OMN"], to: ["YEM"]),
        ToldEvent("Vietnam is willing to deepen cooperation with Laos.", .agree, ["VNM", "LAO"]),
        ToldEvent("Serbia agreed to ease its restrictions on Montenegro.", .agree, ["SRB", "MNE"]),
        ToldEvent("Argentina condemned Iran's raid, urging it to stop.", .accuse, ["ARG"], to: ["IRN"]),
        ToldEvent("The court struck down Brazil's tariffs on Peru.", .sanction, ["BRA"], to: ["PER"]),
    ]
    static let measures = [
        ToldEvent("Algeria closed its airspace to Malian aircraft on Friday.", .sanction, ["DZA"], to: ["MLI"]),
        ToldEvent("Pakistan reopened two border crossings with Afghanistan.", .concede, ["PAK"], to: ["AFG"]),
        ToldEvent("Germany has frozen arms deliveries to Georgia.", .sanction, ["DEU"], to: ["GEO"]),
        ToldEvent(
            "A Chinese coast guard ship used water cannon against a Philippine boat.", .coerce, ["CHN"], to: ["PHL"]),
        ToldEvent(
            "By raising its duties on Peruvian copper, Canada broke with habit.", .sanction, ["CAN"], to: ["PER"]),
        ToldEvent("Estonia and Finland hold border talks.", .consult, ["EST", "FIN"]),
    ]
    static let times = [
        ToldEvent(
            "Canada announced tariffs on Peruvian copper from 1 April 2026.", .sanction, ["CAN"], to: ["PER"], .future),
        ToldEvent(
            "Negotiators from Peru and Chile are due to sit down in Lima on Friday.", .consult, ["PER", "CHL"], .future),
        ToldEvent("The meeting between Peru and Chile will not take place.", .consult, ["PER", "CHL"], .negated),
        ToldEvent("Talks between Peru and Chile have not been cancelled.", .consult, ["PER", "CHL"], .future),
        ToldEvent("Peru denied that it had agreed to any meeting with Chile.", .consult, ["PER", "CHL"], .negated),
    ]

    @Test("sides, kind and time are those of the whole sentence", arguments: sides + kinds + measures + times)
    func sentence(_ told: ToldEvent) throws {
        let event = try #require(study(told.sentence).coded.events.first)
        #expect(event.type == told.type)
        #expect(Set(event.actors) == told.actors)
        #expect(Set(event.recipients) == told.recipients)
        #expect(event.modality == told.modality)
    }

    static let refusals = [
        ToldEvent(
            "Hungary will not support the European Union's loan.", .reject, ["HUN"], to: ["EUU"], .occurred, .reported),
        ToldEvent("Oman would not recognise Yemen's vote, its foreign minister said.", .reject, ["OMN"], to: ["YEM"]),
        ToldEvent("Venezuela suspended a gas agreement with Guyana.", .sanction, ["VEN"], to: ["GUY"]),
        ToldEvent("Peru and Chile ended a third round of talks in Lima.", .consult, ["PER", "CHL"]),
        ToldEvent(
            "Peru urged Chile to free the crew, calling it innocent, and said Lima would wait.", .request, ["PER"],
            to: ["CHL"], .occurred, .onRecord),
        ToldEvent(
            "Ghana summoned the Togolese ambassador to explain remarks on its vote.", .accuse, ["GHA"], to: ["TGO"],
            .occurred, .reported),
        ToldEvent(
            "Kenya revoked the visas of Ugandan officials over a Rwandan contract.", .sanction, ["KEN"], to: ["UGA"]),
    ]

    @Test("a refusal is an act, talks that end were held, and who speaks is who acts", arguments: refusals)
    func refusal(_ told: ToldEvent) throws {
        try sentence(told)
        let event = try #require(study(told.sentence).coded.events.first)
        if let status = told.status { #expect(event.status == status) }
    }

    @Test(
        "needs that are met, travellers who arrive and aid workers are no acts of states",
        arguments: [
            "Canada could meet its needs for lithium from mines in Chile.",
            "Travellers arriving in Ireland from Portugal must show a test.",
            "A Kenyan aid worker lost her appeal in Iran.",
        ])
    func noAct(_ sentence: String) { #expect(study(sentence).coded.events.isEmpty) }

    @Test("mediation that is offered is the mediator's act; where it is settled the parties meet")
    func mediation() throws {
        let offered = try #require(
            study("Portugal has offered to bring together officials of Peru and Chile.").coded.events.first)
        #expect((offered.actors, offered.mediators) == (["PRT"], ["PRT"]))
        #expect(Set(offered.recipients) == ["PER", "CHL"])
        #expect(offered.modality == .hypothetical)
        let settled = try #require(
            study("Portugal will bring together officials of Peru and Chile on Friday.").coded.events.first)
        #expect(Set(settled.actors) == ["PER", "CHL"])
        #expect((settled.mediators, settled.modality) == (["PRT"], .future))
    }

    @Test("who negotiated a plan that another carries out mediates")
    func negotiatedPlan() throws {
        let event = try #require(
            study("Bolivian soldiers left the bridge under a plan negotiated by Brazil.").coded.events.first)
        #expect((event.type, event.actors, event.mediators) == (.retreat, ["BOL"], ["BRA"]))
    }

    @Test("talks told without sides take the sides of the sentence that names them, and lend it place and time")
    func involved() throws {
        let text =
            "Reports said discussions were being planned to take place in Lisbon on Friday. "
            + "According to those reports, the talks would involve the special envoy of Peru and Chile's foreign minister."
        let event = try #require(study(text).coded.events.first { $0.type == .consult })
        #expect(Set(event.actors) == ["PER", "CHL"])
        #expect(event.modality == .future)
        #expect(event.venue?.place == "Lisbon")
    }

    @Test("what officials at the sentence's end say is not what they do")
    func trailingSpeaker() throws {
        let event = try #require(
            study("", title: "Kenya Is Withdrawing Troops From Somalia, Officials Say").coded.events.first)
        #expect((event.type, event.actors, event.recipients) == (.retreat, ["KEN"], ["SOM"]))
        #expect(event.status == .unconfirmed)
    }

    @Test("the two leaders are those of the title, and the other side may be named there alone")
    func title() throws {
        let pair = try #require(
            study("The two leaders are set to meet in Vienna.", title: "Peru and Chile Plan Vienna Summit").coded.events
                .first)
        #expect(Set(pair.actors) == ["PER", "CHL"])
        let other = try #require(
            study("Trade sanctions will follow on Monday.", title: "Canada's sanctions on Belarus").coded.events.first)
        #expect((other.actors, other.recipients) == (["CAN"], ["BLR"]))
    }

    @Test("a minister of no named state is the minister of the state that acts, not of the one visited")
    func home() throws {
        let event = try #require(
            study(
                "Foreign Minister Ragnhild Moe will visit Tbilisi on 16 March. “Norway and Georgia are friends,” she said.",
                title: "Foreign Minister to visit Georgia"
            ).coded.events.first)
        #expect(Set(event.actors) == ["NOR", "GEO"])
    }

    @Test("a place that a later sentence gives the meeting is its venue")
    func venue() throws {
        let text =
            "Fiji's prime minister will meet the president of Samoa on Tuesday. The meeting will take place in Suva, his office said."
        let event = try #require(study(text).coded.events.first)
        #expect(event.venue?.place == "Suva")
        #expect(event.venue?.evidence != nil)
    }

    @Test("an actor's office that speaks in the next sentence vouches; a mediator's does not")
    func vouching() throws {
        let own =
            "Bolivian troops withdrew from two hills. Bolivian army spokesman Juan Prado said it was done by noon."
        #expect(try #require(study(own).coded.events.first).status == .onRecord)
        let third = "Envoys of Peru and Chile will meet on Friday, the foreign ministry of Oman said."
        #expect(try #require(study(third).coded.events.first).status == .reported)
    }

    @Test(
        "the day of the saying is that of what is announced, never that of a plan",
        arguments: [
            (
                "Peru's president told Chile's President Luis Miguel Prado Sanchez in a phone call on Monday that he would visit Santiago.",
                String?.none
            ),
            ("Peru will impose tariffs on Chile, its president said on Tuesday.", "2026-03-03"),
            (
                "Peru will deepen its ties with the Chilean armed forces and provide armoured vehicles to Chile, Lima said on Tuesday.",
                "2026-03-03"
            ),
            ("Peru and Chile will hold talks in Lima on Tuesday, Lima said.", "2026-03-10"),
        ])
    func sayingDay(_ sentence: String, _ day: String?) throws {
        let event = try #require(study(sentence).coded.events.first)
        #expect(event.modality == .future)
        #expect(event.date?.start?.description == day)
    }

    @Test(
        "days that are parted by a dash or a word are a range",
        arguments: ["on March 9 and 10", "on March 9-10", "on 9-10 March", "from 9 to 10 March", "on 9 and 10 March"])
    func dayRange(_ days: String) throws {
        let date = try #require(study("Peru and Chile will hold talks in Lima \(days).").coded.events.first?.date)
        #expect(date.start?.description == "2026-03-09")
        #expect(date.end?.description == "2026-03-10")
        #expect(date.precision == .range)
    }
}
