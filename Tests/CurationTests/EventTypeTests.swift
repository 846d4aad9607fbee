import Testing

@testable import Curation

/// A sentence that we made up, and the event that it tells.
struct ToldEvent: CustomTestStringConvertible, Sendable {
    var sentence: String
    var type: EventType
    var actors: Set<String>
    var recipients: Set<String>
    var modality: Modality
    var status: Status?

    init(
        _ sentence: String, _ type: EventType, _ actors: Set<String>, to recipients: Set<String> = [],
        _ modality: Modality = .occurred,
        _ status: Status? = nil
    ) {
        self.sentence = sentence
        self.type = type
        self.actors = actors
        self.recipients = recipients
        self.modality = modality
        self.status = status
    }

    var testDescription: String { sentence }
}

@Suite("Events told by one sentence")
struct EventTypeTests {
    static let meetings = [
        ToldEvent(
            "Norwegian Foreign Minister Kari Solheim met her Vietnamese counterpart in Oslo on Tuesday.", .consult,
            ["NOR", "VNM"]),
        ToldEvent(
            "Portugal and Morocco will hold talks on fishing quotas in Rabat next week.", .consult, ["PRT", "MAR"],
            .future),
        ToldEvent(
            "Kenya's president spoke by phone with his Ghanaian counterpart on Monday.", .consult, ["KEN", "GHA"]),
        ToldEvent(
            "Officials from Peru and Chile may meet in Lima this month.", .consult, ["PER", "CHL"], .hypothetical),
        ToldEvent("The leaders of Japan and Finland discussed Arctic shipping in Tokyo.", .consult, ["JPN", "FIN"]),
        ToldEvent("Chile's foreign minister will visit Uruguay on Friday.", .consult, ["CHL", "URY"], .future),
    ]
    static let deals = [
        ToldEvent("Ireland and Kenya signed a trade agreement on Wednesday.", .agree, ["IRL", "KEN"]),
        ToldEvent("Armenia and Azerbaijan reached a deal on their border.", .agree, ["ARM", "AZE"]),
        ToldEvent("Thailand and Cambodia agreed to a ceasefire late on Monday.", .agree, ["THA", "KHM"]),
        ToldEvent("Bolivia and Paraguay are set to sign a treaty on river traffic.", .agree, ["BOL", "PRY"], .future),
    ]
    static let support = [
        ToldEvent(
            "Canada praised Estonia for taking in the refugees.", .support, ["CAN"], to: ["EST"], .occurred, .reported),
        ToldEvent("Ireland formally recognised Kosovo on Thursday.", .support, ["IRL"], to: ["XKX"]),
        ToldEvent("Brazil congratulated Jordan on its election to the council.", .support, ["BRA"], to: ["JOR"]),
    ]
    static let aid = [
        ToldEvent("Sweden will send humanitarian aid to Sudan.", .aid, ["SWE"], to: ["SDN"], .future),
        ToldEvent("South Korea provided 300 million dollars in aid to Ethiopia.", .aid, ["KOR"], to: ["ETH"]),
        ToldEvent("Belgium delivered ammunition to Moldova on Sunday.", .aid, ["BEL"], to: ["MDA"]),
    ]
    static let concessions = [
        ToldEvent("Algeria released two Spanish prisoners on Tuesday.", .concede, ["DZA"], to: ["ESP"]),
        ToldEvent("Turkey lifted its restrictions on Armenian imports.", .concede, ["TUR"], to: ["ARM"]),
        ToldEvent("Britain eased sanctions on Syria.", .concede, ["GBR"], to: ["SYR"]),
        ToldEvent("Canada revoked sanctions on Paraguay.", .concede, ["CAN"], to: ["PRY"]),
        ToldEvent("India revoked a ban on Chilean apples.", .concede, ["IND"], to: ["CHL"]),
        ToldEvent("Japan stripped tariffs from Peruvian copper.", .concede, ["JPN"], to: ["PER"]),
        ToldEvent("Norway removed restrictions on Chilean trawlers.", .concede, ["NOR"], to: ["CHL"]),
        ToldEvent("Norway revoked the visas of two Chilean officials.", .sanction, ["NOR"], to: ["CHL"]),
    ]
    static let retreats = [
        ToldEvent("Uganda withdrew its troops from South Sudan.", .retreat, ["UGA"], to: ["SSD"]),
        ToldEvent("Rwandan troops left the Congo on Saturday.", .retreat, ["RWA"], to: ["COD"]),
    ]
    static let requests = [
        ToldEvent(
            "Indonesia urged Myanmar to free the detainees.", .request, ["IDN"], to: ["MMR"], .occurred, .reported),
        ToldEvent("The United Nations called on Eritrea to open its borders.", .request, ["UNO"], to: ["ERI"]),
        ToldEvent("Mexico demanded an explanation from Ecuador.", .request, ["MEX"], to: ["ECU"]),
        ToldEvent("Greece asked Albania to return the boat.", .request, ["GRC"], to: ["ALB"]),
    ]
    static let accusations = [
        ToldEvent(
            "Serbia accused Kosovo of breaking the accord.", .accuse, ["SRB"], to: ["XKX"], .occurred, .reported),
        ToldEvent("New Zealand condemned North Korea's missile launch.", .accuse, ["NZL"], to: ["PRK"]),
        ToldEvent("India expressed concern to Bangladesh over the arrests.", .accuse, ["IND"], to: ["BGD"]),
        ToldEvent("The Philippines summoned the Chinese ambassador on Friday.", .accuse, ["PHL"], to: ["CHN"]),
    ]
    static let rejections = [
        ToldEvent(
            "Egypt rejected Ethiopia's proposal for the dam.", .reject, ["EGY"], to: ["ETH"], .occurred, .reported),
        ToldEvent("Hungary vetoed the European Union's loan for Ukraine.", .reject, ["HUN"], to: ["EUU"]),
        ToldEvent("Venezuela refused to receive the Colombian envoy.", .reject, ["VEN"], to: ["COL"]),
    ]
    static let threats = [
        ToldEvent(
            "Belarus threatened Lithuania with a border closure.", .threaten, ["BLR"], to: ["LTU"], .occurred,
            .reported),
        ToldEvent("Pakistan warned Afghanistan of serious consequences.", .threaten, ["PAK"], to: ["AFG"]),
    ]
    static let sanctions = [
        ToldEvent("Australia imposed sanctions on Myanmar on Thursday.", .sanction, ["AUS"], to: ["MMR"]),
        ToldEvent("Poland expelled three Belarusian diplomats.", .sanction, ["POL"], to: ["BLR"]),
        ToldEvent("Colombia recalled its ambassador from Peru.", .sanction, ["COL"], to: ["PER"]),
        ToldEvent("Canada will impose tariffs on Chinese steel.", .sanction, ["CAN"], to: ["CHN"], .future),
    ]
    static let force = [
        ToldEvent("Iran seized a Greek tanker on Monday.", .coerce, ["IRN"], to: ["GRC"]),
        ToldEvent("Chinese ships surrounded Taiwan on Tuesday.", .mobilize, ["CHN"], to: ["TWN"]),
        ToldEvent("France deployed two warships to Cyprus.", .mobilize, ["FRA"], to: ["CYP"]),
        ToldEvent("Sudan exchanged 40 prisoners with Chad.", .cooperate, ["SDN", "TCD"]),
    ]

    static let all =
        meetings + deals + support + aid + concessions + retreats + requests + accusations + rejections + threats
        + sanctions + force

    @Test("a sentence gives type, sides, modality and status", arguments: all)
    func sentence(_ told: ToldEvent) throws {
        let event = try #require(study(told.sentence).coded.events.first)
        #expect(event.type == told.type)
        #expect(Set(event.actors) == told.actors)
        #expect(Set(event.recipients) == told.recipients)
        #expect(event.modality == told.modality)
        if let status = told.status { #expect(event.status == status) }
        #expect(event.isPrimary)
        #expect(scalars(told.sentence, event.evidence.start, event.evidence.end) == event.evidence.text)
    }

    @Test(
        "who vouches is told by the attribution",
        arguments: [
            (
                "Spain will withdraw its troops from Latvia, a source familiar with the matter told Reuters.",
                Status.unconfirmed
            ),
            ("Spain will withdraw its troops from Latvia, the Spanish government said.", .onRecord),
            ("Spain will withdraw its troops from Latvia, Latvia's defence minister said.", .reported),
            ("Spain will reportedly withdraw its troops from Latvia.", .unconfirmed),
            ("Spain will withdraw its troops from Latvia.", .reported),
        ])
    func status(_ sentence: String, _ status: Status) throws {
        let event = try #require(study(sentence).coded.events.first)
        #expect(event.status == status)
    }

    @Test("a mediator is no party")
    func mediators() throws {
        let event = try #require(
            study("Peace talks between Sudan and Chad, mediated by Qatar, will resume on Friday.").coded.events.first)
        #expect(event.type == .consult)
        #expect(Set(event.actors) == ["SDN", "TCD"])
        #expect(event.mediators == ["QAT"])
    }

    @Test("a denial is the denied act, negated and denied")
    func denial() throws {
        let event = try #require(study("Oman denied any talks with Israel on Monday.").coded.events.first)
        #expect(event.statusBasis == ["OMN"])
        #expect((event.type, event.modality, event.status) == (.consult, .negated, .denied))
        #expect(Set(event.actors) == ["OMN", "ISR"])
    }

    @Test("the object of a refusal is kept")
    func object() throws {
        let event = try #require(
            study("Iran rejected talks on its missiles with the United States.").coded.events.first)
        #expect(event.type == .reject)
        #expect(event.object.contains("its missiles"))
    }

    @Test(
        "history is background and never an event",
        arguments: [
            "Relations broke down in 1979, when Iran seized the American embassy.",
            "Norway has long accused Russia of jamming its signals.",
            "Earlier talks in Oman in October collapsed after Israel struck Iran.",
        ])
    func background(_ sentence: String) {
        let text = "Norway urged Russia to stop the flights on Thursday. " + sentence
        let coded = study(text).coded
        #expect(coded.events.allSatisfy { $0.evidence.start == 0 })
        #expect(coded.background.contains { $0.text == sentence })
    }
}
