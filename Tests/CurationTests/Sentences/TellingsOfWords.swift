/// Invented sentences: requests, accusations, refusals and threats.
extension Tellings {
    static let words = """
        REQUEST occurred reported SOM>UNO | Somalia asked the United Nations to extend the arms embargo on the militants.
        REQUEST occurred reported FRA>DZA | France called on Algeria to take back deported citizens.
        REQUEST occurred reported UKR>DEU | Ukraine urges Germany to send long-range missiles
        REQUEST occurred reported PHL>CHN | The Philippines demanded that China remove the floating barrier.
        REQUEST occurred reported ARM>RUS | Armenia requested the return of its soldiers held by Russia.
        REQUEST occurred reported KOR>PRK | South Korea proposes military talks with the North
        REQUEST occurred on_record UNO>ISR | The UN human rights chief appealed to Israel to let aid trucks in.
        REQUEST occurred reported LBN>FRA | Lebanon seeks French help to rearm its border force
        REQUEST occurred reported EUU>SRB | The EU pressed Serbia to align its visa policy with the bloc's.
        REQUEST occurred reported BRA>USA | Brazil has invited the United States to send observers to the vote.
        REQUEST occurred on_record PAK>AFG | Pakistan told Afghanistan to hand over the gunmen.
        REQUEST occurred reported GRC>TUR | Athens calls for Ankara to end airspace violations
        REQUEST occurred reported TWN>PRY | Taiwan implored Paraguay to keep its embassy open.
        REQUEST occurred reported CUB>USA | Cuba demands US lift fuel blockade
        REQUEST occurred reported IRQ>TUR | Iraq's prime minister wants Turkey to release more water down the Tigris.
        REQUEST occurred reported GEO>USA | Georgia offered the United States a reset of their relations.
        REQUEST occurred reported CAN>CHN | Canada pushes China to drop canola duties
        REQUEST occurred on_record MEX>USA | Mexico's president asked Washington for proof of the claim.
        REQUEST occurred reported ETH>EGY | Ethiopia encouraged Egypt to return to the table.
        ?REQUEST occurred on_record DNK>USA | Denmark insisted that the United States respect Greenland's borders.
        ACCUSE occurred reported EST>RUS | Estonia accused Russia of cutting an undersea cable.
        ACCUSE occurred reported COL>ECU | Colombia condemned Ecuador's raid on the mission as a breach of law.
        ACCUSE occurred reported ZAF>RWA | South Africa blames Rwanda for deaths of peacekeepers
        ACCUSE occurred reported IND>CAN | India criticised Canada for sheltering the gang's leaders.
        ACCUSE occurred reported IRL>ISR | Ireland denounces Israeli law on aid groups
        ACCUSE occurred reported TUR>GRC | Turkey lodged a protest with Greece over the naval notice.
        ACCUSE occurred reported KEN>UGA | Kenya summoned Uganda's ambassador over the arrest of two traders.
        ACCUSE occurred reported JPN>CHN | Japan protests Chinese survey ship near islets
        ACCUSE occurred reported UNO>MMR | UN experts said Myanmar's army had bombed a school in breach of the laws of war.
        ACCUSE occurred reported NGA>BEN | Nigeria slammed Benin for closing the corridor.
        ACCUSE occurred reported SYR>ISR | Syria decried Israel's incursion as a flagrant violation of its sovereignty.
        ACCUSE occurred reported PAN>USA | Panama voiced concern over US naval visits.
        ACCUSE occurred reported RUS>GBR | Russia alleges British spies planned pipeline blast
        ACCUSE occurred reported BGD>IND | Bangladesh expresses regret at Indian remarks
        ACCUSE occurred reported SDN>ARE | Sudan filed a case against the UAE at the International Court of Justice over the supply of arms.
        ACCUSE occurred on_record FIN>RUS | Finland said Russia was behind the jamming of its air traffic.
        ACCUSE occurred on_record CHL>ISR | Chile's president lashed out at Israel over the shelling of the hospital.
        ACCUSE occurred on_record EUU>GEO | EU deplores Georgia's crackdown on protesters
        ACCUSE occurred reported AUS>IRN | Australia holds Iran responsible for arson attacks
        ACCUSE occurred reported PRK>KOR | North Korea rebuked the South for flying drones over Pyongyang.
        REJECT occurred reported KEN>UGA | Kenya rejected Uganda's offer of joint patrols on the lake.
        REJECT occurred on_record PER>CHL | Peru's foreign minister rejected Chile's proposal for a buffer zone.
        REJECT occurred reported MEX>USA | Mexico rejected a US offer to send troops against the cartels.
        ?REJECT occurred on_record EGY>ISR | Egypt refuses to take in displaced Gazans, rebuffing Israel
        REJECT occurred reported RUS>JPN | Russia ruled out talks with Japan on the islands.
        REJECT occurred reported DNK>USA | Denmark dismisses US bid for Greenland
        REJECT occurred reported CHN>PHL | China vetoed a Philippine candidate for the panel.
        REJECT occurred reported HUN>EUU | Hungary blocks EU statement on Georgia
        REJECT occurred reported SRB>XKX | Serbia turned down Kosovo's request for the documents.
        REJECT occurred reported VEN>GUY | Venezuela spurned Guyana's call for arbitration.
        REJECT occurred reported IRN>GBR | Iran brushed off a British demand for access to the prisoner.
        REJECT occurred reported IND>PAK | India snubs Pakistan's invitation to summit
        REJECT occurred reported USA>IRN | The United States walked out of talks with Iran on Friday.
        REJECT occurred reported TUR>CYP | Turkey opposed Cyprus's entry into the defence fund.
        REJECT occurred reported KEN>SOM | Kenya brushed aside Somalia's complaint about the fence.
        REJECT occurred reported POL>DEU | Poland declined Germany's offer of air defence batteries.
        REJECT occurred reported CAN>USA | Canada says no to US demand on dairy
        REJECT occurred reported NOR>EUU | Norway will not join the EU's levy on gas.
        REJECT occurred reported QAT>ISR | Qatar called Israel's accusations baseless.
        CONSULT negated reported LKA+IND | Sri Lanka cancelled a round of talks with India on the port.
        REJECT occurred reported DZA>FRA | Algeria refused to accept the people France wanted to deport.
        REJECT occurred reported ETH>EGY | Ethiopia shrugged off Egypt's objections to the dam.
        THREATEN occurred reported TUR>SYR | Turkey threatened to send troops into Syria unless the militia disbanded.
        THREATEN occurred reported USA>CAN | US threatens Canada with 50% tariff on aircraft
        THREATEN occurred reported PRK>KOR | North Korea warned South Korea of merciless retaliation.
        THREATEN occurred reported AZE>ARM | Azerbaijan gave Armenia a week to hand over the villages.
        THREATEN occurred reported IRN>ISR | Iran vows to strike back if Israel attacks
        THREATEN occurred on_record EUU>CHN | The European Union said it would retaliate against China if the export curbs stayed.
        THREATEN occurred reported RUS>LVA | Moscow issued an ultimatum to Latvia over the train transit.
        THREATEN occurred reported SOM>ETH | Somalia threatens to expel Ethiopian troops
        THREATEN occurred on_record VEN>GUY | Venezuela's president threatened to annex part of Guyana.
        ?THREATEN occurred on_record UGA>COD | Uganda's army chief said his troops would march on the Congolese city of Bunia.
        THREATEN occurred reported CHN>TWN | China warns Taiwan it will pay price for visit
        THREATEN occurred reported HUN>UKR | Hungary threatened to cut off electricity to Ukraine.
        THREATEN occurred reported USA>IRQ | Washington warned Baghdad it would impose sanctions if the militias joined the cabinet.
        THREATEN occurred reported BLR>LTU | Belarus vows response to Lithuanian border closure
        THREATEN occurred on_record PAK>IND | Pakistan will answer any attack by India with full force, its army chief said.
        THREATEN occurred reported ISR>IRN | Israel threatened further strikes on Iran.
        ?THREATEN occurred on_record CHL>BOL | Chile raised the prospect of closing the rail line to Bolivia.
        THREATEN occurred reported RUS>GBR | Russia threatens 'mirror measures' against Britain over seized tanker
        THREATEN occurred reported SDN>KEN | Sudan warned Kenya of consequences for hosting the rebels.
        THREATEN occurred on_record USA>COL | US president threatened to halt all aid to Colombia.
        """

    /// Written after the rules of the sentences above.
    static let furtherWords = """
        REQUEST occurred reported NER>DZA | Niger asked Algeria to stop the expulsions.
        REQUEST occurred reported JPN>CHN | Japan urges China to free detained executive
        REQUEST occurred on_record UNO>SDN | The UN called on Sudan to open the crossing.
        REQUEST occurred reported VNM>USA | Vietnam requested that the United States delay the duties.
        REQUEST occurred reported COL>VEN | Colombia demanded the release of its citizens held by Venezuela.
        REQUEST occurred on_record MDA>EUU | Moldova's president appealed to the European Union for help.
        REQUEST occurred on_record PAN>CHN | Panama told China to respect its ports law.
        REQUEST occurred reported SYR>ISR | Syria calls on Israel to leave buffer zone
        REQUEST occurred reported LTU>BLR | Lithuania demands Belarus return stranded trucks
        REQUEST occurred reported PHL>AUS | The Philippines invited Australia to join the patrols.
        REQUEST occurred reported EGY>ETH | Egypt pressed Ethiopia for data on the dam.
        REQUEST occurred reported USA>IND | The United States wants India to buy less Russian oil.
        REQUEST occurred reported HTI>KEN | Haiti pleads with Kenya for more police
        REQUEST occurred reported BGD>IND | Bangladesh asked India to extradite the former minister.
        REQUEST occurred reported QAT>AFG | Qatar encouraged the Taliban to reopen the schools.
        REQUEST occurred reported GBR>RUS | Britain called for Russia to release the activist.
        REQUEST occurred reported CYP>TUR | Cyprus offered Turkey a deal on flights.
        REQUEST occurred reported ZMB>CHN | Zambia seeks debt relief from China
        REQUEST occurred on_record CAN>USA | Canada's premier urged Washington to drop the tariffs.
        REQUEST occurred reported KAZ>RUS | Kazakhstan proposed to Russia a new route for its oil.
        ACCUSE occurred reported LTU>BLR | Lithuania blamed Belarus for the balloons.
        ACCUSE occurred reported MAR>DZA | Morocco accuses Algeria of arming rebels
        ACCUSE occurred reported GBR>CHN | Britain condemned China over the jailing of the publisher.
        ACCUSE occurred reported ETH>EGY | Ethiopia criticised Egypt for stirring unrest.
        ACCUSE occurred on_record NLD>RUS | The Netherlands said Russia was behind the cyberattack.
        ACCUSE occurred on_record IRN>USA | Iran's foreign ministry denounced the United States for the seizure.
        ACCUSE occurred reported PHL>CHN | Philippines summons Chinese ambassador over collision
        ACCUSE occurred reported MLI>DZA | Mali lodged a complaint against Algeria at the world court.
        ACCUSE occurred on_record UNO>ISR | UN rights chief slams Israel over settlement law
        ACCUSE occurred reported ARG>IRN | Argentina held Iran responsible for the bombing.
        ACCUSE occurred on_record TWN>CHN | Taiwan's president rebuked China for the drills.
        ACCUSE occurred reported COD>RWA | Congo decried Rwanda's shelling of the camp.
        ACCUSE occurred reported POL>RUS | Poland protested to Russia over the drone.
        ACCUSE occurred reported SRB>HRV | Serbia called Croatia's arms deal a provocation.
        ACCUSE occurred reported FRA>AZE | France accused Azerbaijan of meddling in its islands.
        ACCUSE occurred reported CHN>JPN | China lambasts Japan over leader's shrine visit
        ACCUSE occurred on_record EUU>HUN | The European Parliament deplored Hungary's ban on the march.
        ACCUSE occurred reported SOM>ETH | Somalia complained to Ethiopia about the flights.
        ACCUSE occurred reported GUY>VEN | Guyana expressed alarm over Venezuela's decree.
        ACCUSE occurred on_record TUR>ISR | Turkey's president lashed out at Israel.
        REJECT occurred reported COL>USA | Colombia rejected the US accusation.
        ?REJECT occurred on_record IRN>EUU | Iran dismisses European call for talks
        REJECT occurred reported ARM>AZE | Armenia refused to cede the road to Azerbaijan.
        REJECT occurred reported ZAF>USA | South Africa turned down a US invitation.
        REJECT occurred reported SVK>EUU | Slovakia will not back the EU's sanctions.
        REJECT occurred reported RUS>UKR | Russia ruled out a meeting with Ukraine's president.
        REJECT occurred reported GRC>TUR | Greece declined Turkey's offer of joint drilling.
        REJECT occurred reported USA>UNO | US vetoes UN resolution on Gaza
        REJECT occurred reported VEN>ARG | Venezuela rebuffed Argentina's demand for safe passage.
        REJECT occurred reported NER>FRA | Niger's junta spurned an offer of talks from France.
        REJECT occurred reported AUS>CHN | Australia refuses China's request for port lease
        CONSULT negated reported CHN+JPN | China called off a ministers' meeting with Japan.
        REJECT occurred reported LBN>ISR | Lebanon ruled out direct talks with Israel.
        REJECT occurred reported PER>MEX | Peru denied Mexico's request for a safe conduct.
        REJECT occurred reported SDN>UNO | Sudan rejected a UN plan for peacekeepers.
        REJECT occurred reported BRA>ISR | Brazil declines to accept Israeli ambassador
        REJECT occurred reported IND>USA | India pushed back against US claims of mediation.
        REJECT occurred reported HUN>UKR | Hungary opposed opening accession talks with Ukraine.
        REJECT occurred on_record AFG>PAK | The Taliban dismissed Pakistan's demand as unrealistic.
        REJECT occurred reported CAN>IND | Canada skipped the summit and rejected India's apology demand.
        THREATEN occurred reported ISR>LBN | Israel threatens to strike Beirut if Hezbollah rearms
        THREATEN occurred on_record EUU>USA | The EU threatened the United States with counter-tariffs.
        THREATEN occurred reported CHN>PHL | China warned the Philippines of serious consequences.
        THREATEN occurred reported RUS>FIN | Russia vows retaliation over Finnish border bases
        THREATEN occurred on_record USA>MEX | The US president threatened to impose tariffs on Mexico.
        THREATEN occurred reported ETH>ERI | Ethiopia warned Eritrea that it would defend itself.
        THREATEN occurred on_record PRK>USA | North Korea will respond to US drills with force, its leader's sister said.
        THREATEN occurred reported TUR>ISR | Turkey threatened to close its airspace to Israel.
        THREATEN occurred reported PAK>IND | Pakistan gave India an ultimatum over the river.
        THREATEN occurred reported IRN>AZE | Iran threatens Azerbaijan over corridor
        THREATEN occurred reported DZA>FRA | Algeria vowed to retaliate against France.
        THREATEN occurred reported VEN>TTO | Venezuela threatened to cut off gas to Trinidad and Tobago.
        THREATEN occurred reported UKR>HUN | Ukraine warned Hungary it would halt oil transit.
        THREATEN occurred reported USA>ESP | US warns Spain of trade penalties over spending
        THREATEN occurred on_record SRB>XKX | Serbia's president threatened to send the army into Kosovo.
        THREATEN occurred reported CHN>CZE | China threatened countermeasures against the Czech Republic.
        THREATEN occurred reported RWA>BDI | Rwanda warned Burundi against any attack.
        THREATEN occurred reported ISR>IRN | Israel would strike Iran again, its defence minister warned.
        THREATEN occurred reported KHM>THA | Cambodia threatens to take Thailand to court
        THREATEN occurred reported RUS>NAT | Russia threatened NATO with nuclear arms in Kaliningrad.
        """
}
