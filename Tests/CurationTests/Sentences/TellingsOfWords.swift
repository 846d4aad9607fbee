/// Invented sentences: requests, accusations, refusals and threats.
extension Tellings {
    static let words = """
        REQUEST occurred on_record SOM>UNO | Somalia asked the United Nations to extend the arms embargo on the militants.
        REQUEST occurred on_record FRA>DZA | France called on Algeria to take back deported citizens.
        REQUEST occurred on_record UKR>DEU | Ukraine urges Germany to send long-range missiles
        REQUEST occurred on_record PHL>CHN | The Philippines demanded that China remove the floating barrier.
        REQUEST occurred on_record ARM>RUS | Armenia requested the return of its soldiers held by Russia.
        REQUEST occurred on_record KOR>PRK | South Korea proposes military talks with the North
        REQUEST occurred on_record UNO>ISR | The UN human rights chief appealed to Israel to let aid trucks in.
        REQUEST occurred on_record LBN>FRA | Lebanon seeks French help to rearm its border force
        REQUEST occurred on_record EUU>SRB | The EU pressed Serbia to align its visa policy with the bloc's.
        REQUEST occurred on_record BRA>USA | Brazil has invited the United States to send observers to the vote.
        REQUEST occurred on_record PAK>AFG | Pakistan told Afghanistan to hand over the gunmen.
        REQUEST occurred on_record GRC>TUR | Athens calls for Ankara to end airspace violations
        REQUEST occurred on_record TWN>PRY | Taiwan implored Paraguay to keep its embassy open.
        REQUEST occurred on_record CUB>USA | Cuba demands US lift fuel blockade
        REQUEST occurred on_record IRQ>TUR | Iraq's prime minister wants Turkey to release more water down the Tigris.
        REQUEST occurred on_record GEO>USA | Georgia offered the United States a reset of their relations.
        REQUEST occurred on_record CAN>CHN | Canada pushes China to drop canola duties
        REQUEST occurred on_record MEX>USA | Mexico's president asked Washington for proof of the claim.
        REQUEST occurred on_record ETH>EGY | Ethiopia encouraged Egypt to return to the table.
        ?REQUEST occurred on_record DNK>USA | Denmark insisted that the United States respect Greenland's borders.
        ACCUSE occurred on_record EST>RUS | Estonia accused Russia of cutting an undersea cable.
        ACCUSE occurred on_record COL>ECU | Colombia condemned Ecuador's raid on the mission as a breach of law.
        ACCUSE occurred on_record ZAF>RWA | South Africa blames Rwanda for deaths of peacekeepers
        ACCUSE occurred on_record IND>CAN | India criticised Canada for sheltering the gang's leaders.
        ACCUSE occurred on_record IRL>ISR | Ireland denounces Israeli law on aid groups
        ACCUSE occurred on_record TUR>GRC | Turkey lodged a protest with Greece over the naval notice.
        ACCUSE occurred on_record KEN>UGA | Kenya summoned Uganda's ambassador over the arrest of two traders.
        ACCUSE occurred on_record JPN>CHN | Japan protests Chinese survey ship near islets
        ACCUSE occurred on_record UNO>MMR | UN experts said Myanmar's army had bombed a school in breach of the laws of war.
        ACCUSE occurred on_record NGA>BEN | Nigeria slammed Benin for closing the corridor.
        ACCUSE occurred on_record SYR>ISR | Syria decried Israel's incursion as a flagrant violation of its sovereignty.
        ACCUSE occurred on_record PAN>USA | Panama voiced concern over US naval visits.
        ACCUSE occurred on_record RUS>GBR | Russia alleges British spies planned pipeline blast
        ACCUSE occurred on_record BGD>IND | Bangladesh expresses regret at Indian remarks
        ACCUSE occurred on_record SDN>ARE | Sudan filed a case against the UAE at the International Court of Justice over the supply of arms.
        ACCUSE occurred on_record FIN>RUS | Finland said Russia was behind the jamming of its air traffic.
        ACCUSE occurred on_record CHL>ISR | Chile's president lashed out at Israel over the shelling of the hospital.
        ACCUSE occurred on_record EUU>GEO | EU deplores Georgia's crackdown on protesters
        ACCUSE occurred on_record AUS>IRN | Australia holds Iran responsible for arson attacks
        ACCUSE occurred on_record PRK>KOR | North Korea rebuked the South for flying drones over Pyongyang.
        REJECT occurred on_record MEX>USA | Mexico rejected a US offer to send troops against the cartels.
        ?REJECT occurred on_record EGY>ISR | Egypt refuses to take in displaced Gazans, rebuffing Israel
        REJECT occurred on_record RUS>JPN | Russia ruled out talks with Japan on the islands.
        REJECT occurred on_record DNK>USA | Denmark dismisses US bid for Greenland
        REJECT occurred on_record CHN>PHL | China vetoed a Philippine candidate for the panel.
        REJECT occurred on_record HUN>EUU | Hungary blocks EU statement on Georgia
        REJECT occurred on_record SRB>XKX | Serbia turned down Kosovo's request for the documents.
        REJECT occurred on_record VEN>GUY | Venezuela spurned Guyana's call for arbitration.
        REJECT occurred on_record IRN>GBR | Iran brushed off a British demand for access to the prisoner.
        REJECT occurred on_record IND>PAK | India snubs Pakistan's invitation to summit
        REJECT occurred on_record USA>IRN | The United States walked out of talks with Iran on Friday.
        REJECT occurred on_record TUR>CYP | Turkey opposed Cyprus's entry into the defence fund.
        REJECT occurred on_record KEN>SOM | Kenya brushed aside Somalia's complaint about the fence.
        REJECT occurred on_record POL>DEU | Poland declined Germany's offer of air defence batteries.
        REJECT occurred on_record CAN>USA | Canada says no to US demand on dairy
        REJECT occurred on_record NOR>EUU | Norway will not join the EU's levy on gas.
        REJECT occurred on_record QAT>ISR | Qatar called Israel's accusations baseless.
        REJECT occurred on_record LKA>IND | Sri Lanka cancelled a round of talks with India on the port.
        REJECT occurred on_record DZA>FRA | Algeria refused to accept the people France wanted to deport.
        REJECT occurred on_record ETH>EGY | Ethiopia shrugged off Egypt's objections to the dam.
        THREATEN occurred on_record TUR>SYR | Turkey threatened to send troops into Syria unless the militia disbanded.
        THREATEN occurred on_record USA>CAN | US threatens Canada with 50% tariff on aircraft
        THREATEN occurred on_record PRK>KOR | North Korea warned South Korea of merciless retaliation.
        THREATEN occurred on_record AZE>ARM | Azerbaijan gave Armenia a week to hand over the villages.
        THREATEN occurred on_record IRN>ISR | Iran vows to strike back if Israel attacks
        THREATEN occurred on_record EUU>CHN | The European Union said it would retaliate against China if the export curbs stayed.
        THREATEN occurred on_record RUS>LVA | Moscow issued an ultimatum to Latvia over the train transit.
        THREATEN occurred on_record SOM>ETH | Somalia threatens to expel Ethiopian troops
        THREATEN occurred on_record VEN>GUY | Venezuela's president threatened to annex part of Guyana.
        ?THREATEN occurred on_record UGA>COD | Uganda's army chief said his troops would march on the Congolese city of Bunia.
        THREATEN occurred on_record CHN>TWN | China warns Taiwan it will pay price for visit
        THREATEN occurred on_record HUN>UKR | Hungary threatened to cut off electricity to Ukraine.
        THREATEN occurred on_record USA>IRQ | Washington warned Baghdad it would impose sanctions if the militias joined the cabinet.
        THREATEN occurred on_record BLR>LTU | Belarus vows response to Lithuanian border closure
        THREATEN occurred on_record PAK>IND | Pakistan will answer any attack by India with full force, its army chief said.
        THREATEN occurred on_record ISR>IRN | Israel threatened further strikes on Iran.
        ?THREATEN occurred on_record CHL>BOL | Chile raised the prospect of closing the rail line to Bolivia.
        THREATEN occurred on_record RUS>GBR | Russia threatens 'mirror measures' against Britain over seized tanker
        THREATEN occurred on_record SDN>KEN | Sudan warned Kenya of consequences for hosting the rebels.
        THREATEN occurred on_record USA>COL | US president threatened to halt all aid to Colombia.
        """

    /// Written after the rules of the sentences above.
    static let furtherWords = """
        REQUEST occurred on_record NER>DZA | Niger asked Algeria to stop the expulsions.
        REQUEST occurred on_record JPN>CHN | Japan urges China to free detained executive
        REQUEST occurred on_record UNO>SDN | The UN called on Sudan to open the crossing.
        REQUEST occurred on_record VNM>USA | Vietnam requested that the United States delay the duties.
        REQUEST occurred on_record COL>VEN | Colombia demanded the release of its citizens held by Venezuela.
        REQUEST occurred on_record MDA>EUU | Moldova's president appealed to the European Union for help.
        REQUEST occurred on_record PAN>CHN | Panama told China to respect its ports law.
        REQUEST occurred on_record SYR>ISR | Syria calls on Israel to leave buffer zone
        REQUEST occurred on_record LTU>BLR | Lithuania demands Belarus return stranded trucks
        REQUEST occurred on_record PHL>AUS | The Philippines invited Australia to join the patrols.
        REQUEST occurred on_record EGY>ETH | Egypt pressed Ethiopia for data on the dam.
        REQUEST occurred on_record USA>IND | The United States wants India to buy less Russian oil.
        REQUEST occurred on_record HTI>KEN | Haiti pleads with Kenya for more police
        REQUEST occurred on_record BGD>IND | Bangladesh asked India to extradite the former minister.
        REQUEST occurred on_record QAT>AFG | Qatar encouraged the Taliban to reopen the schools.
        REQUEST occurred on_record GBR>RUS | Britain called for Russia to release the activist.
        REQUEST occurred on_record CYP>TUR | Cyprus offered Turkey a deal on flights.
        REQUEST occurred on_record ZMB>CHN | Zambia seeks debt relief from China
        REQUEST occurred on_record CAN>USA | Canada's premier urged Washington to drop the tariffs.
        REQUEST occurred on_record KAZ>RUS | Kazakhstan proposed to Russia a new route for its oil.
        ACCUSE occurred on_record LTU>BLR | Lithuania blamed Belarus for the balloons.
        ACCUSE occurred on_record MAR>DZA | Morocco accuses Algeria of arming rebels
        ACCUSE occurred on_record GBR>CHN | Britain condemned China over the jailing of the publisher.
        ACCUSE occurred on_record ETH>EGY | Ethiopia criticised Egypt for stirring unrest.
        ACCUSE occurred on_record NLD>RUS | The Netherlands said Russia was behind the cyberattack.
        ACCUSE occurred on_record IRN>USA | Iran's foreign ministry denounced the United States for the seizure.
        ACCUSE occurred on_record PHL>CHN | Philippines summons Chinese ambassador over collision
        ACCUSE occurred on_record MLI>DZA | Mali lodged a complaint against Algeria at the world court.
        ACCUSE occurred on_record UNO>ISR | UN rights chief slams Israel over settlement law
        ACCUSE occurred on_record ARG>IRN | Argentina held Iran responsible for the bombing.
        ACCUSE occurred on_record TWN>CHN | Taiwan's president rebuked China for the drills.
        ACCUSE occurred on_record COD>RWA | Congo decried Rwanda's shelling of the camp.
        ACCUSE occurred on_record POL>RUS | Poland protested to Russia over the drone.
        ACCUSE occurred on_record SRB>HRV | Serbia called Croatia's arms deal a provocation.
        ACCUSE occurred on_record FRA>AZE | France accused Azerbaijan of meddling in its islands.
        ACCUSE occurred on_record CHN>JPN | China lambasts Japan over leader's shrine visit
        ACCUSE occurred on_record EUU>HUN | The European Parliament deplored Hungary's ban on the march.
        ACCUSE occurred on_record SOM>ETH | Somalia complained to Ethiopia about the flights.
        ACCUSE occurred on_record GUY>VEN | Guyana expressed alarm over Venezuela's decree.
        ACCUSE occurred on_record TUR>ISR | Turkey's president lashed out at Israel.
        REJECT occurred on_record COL>USA | Colombia rejected the US accusation.
        ?REJECT occurred on_record IRN>EUU | Iran dismisses European call for talks
        REJECT occurred on_record ARM>AZE | Armenia refused to cede the road to Azerbaijan.
        REJECT occurred on_record ZAF>USA | South Africa turned down a US invitation.
        REJECT occurred on_record SVK>EUU | Slovakia will not back the EU's sanctions.
        REJECT occurred on_record RUS>UKR | Russia ruled out a meeting with Ukraine's president.
        REJECT occurred on_record GRC>TUR | Greece declined Turkey's offer of joint drilling.
        REJECT occurred on_record USA>UNO | US vetoes UN resolution on Gaza
        REJECT occurred on_record VEN>ARG | Venezuela rebuffed Argentina's demand for safe passage.
        REJECT occurred on_record NER>FRA | Niger's junta spurned an offer of talks from France.
        REJECT occurred on_record AUS>CHN | Australia refuses China's request for port lease
        REJECT occurred on_record CHN>JPN | China called off a ministers' meeting with Japan.
        REJECT occurred on_record LBN>ISR | Lebanon ruled out direct talks with Israel.
        REJECT occurred on_record PER>MEX | Peru denied Mexico's request for a safe conduct.
        REJECT occurred on_record SDN>UNO | Sudan rejected a UN plan for peacekeepers.
        REJECT occurred on_record BRA>ISR | Brazil declines to accept Israeli ambassador
        REJECT occurred on_record IND>USA | India pushed back against US claims of mediation.
        REJECT occurred on_record HUN>UKR | Hungary opposed opening accession talks with Ukraine.
        REJECT occurred on_record AFG>PAK | The Taliban dismissed Pakistan's demand as unrealistic.
        REJECT occurred on_record CAN>IND | Canada skipped the summit and rejected India's apology demand.
        THREATEN occurred on_record ISR>LBN | Israel threatens to strike Beirut if Hezbollah rearms
        THREATEN occurred on_record EUU>USA | The EU threatened the United States with counter-tariffs.
        THREATEN occurred on_record CHN>PHL | China warned the Philippines of serious consequences.
        THREATEN occurred on_record RUS>FIN | Russia vows retaliation over Finnish border bases
        THREATEN occurred on_record USA>MEX | The US president threatened to impose tariffs on Mexico.
        THREATEN occurred on_record ETH>ERI | Ethiopia warned Eritrea that it would defend itself.
        THREATEN occurred on_record PRK>USA | North Korea will respond to US drills with force, its leader's sister said.
        THREATEN occurred on_record TUR>ISR | Turkey threatened to close its airspace to Israel.
        THREATEN occurred on_record PAK>IND | Pakistan gave India an ultimatum over the river.
        THREATEN occurred on_record IRN>AZE | Iran threatens Azerbaijan over corridor
        THREATEN occurred on_record DZA>FRA | Algeria vowed to retaliate against France.
        THREATEN occurred on_record VEN>TTO | Venezuela threatened to cut off gas to Trinidad and Tobago.
        THREATEN occurred on_record UKR>HUN | Ukraine warned Hungary it would halt oil transit.
        THREATEN occurred on_record USA>ESP | US warns Spain of trade penalties over spending
        THREATEN occurred on_record SRB>XKX | Serbia's president threatened to send the army into Kosovo.
        THREATEN occurred on_record CHN>CZE | China threatened countermeasures against the Czech Republic.
        THREATEN occurred on_record RWA>BDI | Rwanda warned Burundi against any attack.
        THREATEN occurred on_record ISR>IRN | Israel would strike Iran again, its defence minister warned.
        THREATEN occurred on_record KHM>THA | Cambodia threatens to take Thailand to court
        THREATEN occurred on_record RUS>NAT | Russia threatened NATO with nuclear arms in Kaliningrad.
        """
}
