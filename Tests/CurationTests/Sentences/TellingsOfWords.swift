/// Invented sentences: requests, accusations, refusals and threats.
extension Tellings {
    static let words = """
        REQUEST occurred confirmed SOM>UNO | Somalia asked the United Nations to extend the arms embargo on the militants.
        REQUEST occurred confirmed FRA>DZA | France called on Algeria to take back deported citizens.
        REQUEST occurred confirmed UKR>DEU | Ukraine urges Germany to send long-range missiles
        REQUEST occurred confirmed PHL>CHN | The Philippines demanded that China remove the floating barrier.
        REQUEST occurred confirmed ARM>RUS | Armenia requested the return of its soldiers held by Russia.
        REQUEST occurred confirmed KOR>PRK | South Korea proposes military talks with the North
        REQUEST occurred confirmed UNO>ISR | The UN human rights chief appealed to Israel to let aid trucks in.
        REQUEST occurred confirmed LBN>FRA | Lebanon seeks French help to rearm its border force
        REQUEST occurred confirmed EUU>SRB | The EU pressed Serbia to align its visa policy with the bloc's.
        REQUEST occurred confirmed BRA>USA | Brazil has invited the United States to send observers to the vote.
        REQUEST occurred confirmed PAK>AFG | Pakistan told Afghanistan to hand over the gunmen.
        REQUEST occurred confirmed GRC>TUR | Athens calls for Ankara to end airspace violations
        REQUEST occurred confirmed TWN>PRY | Taiwan implored Paraguay to keep its embassy open.
        REQUEST occurred confirmed CUB>USA | Cuba demands US lift fuel blockade
        REQUEST occurred confirmed IRQ>TUR | Iraq's prime minister wants Turkey to release more water down the Tigris.
        REQUEST occurred confirmed GEO>USA | Georgia offered the United States a reset of their relations.
        REQUEST occurred confirmed CAN>CHN | Canada pushes China to drop canola duties
        REQUEST occurred confirmed MEX>USA | Mexico's president asked Washington for proof of the claim.
        REQUEST occurred confirmed ETH>EGY | Ethiopia encouraged Egypt to return to the table.
        ?REQUEST occurred confirmed DNK>USA | Denmark insisted that the United States respect Greenland's borders.
        ACCUSE occurred confirmed EST>RUS | Estonia accused Russia of cutting an undersea cable.
        ACCUSE occurred confirmed COL>ECU | Colombia condemned Ecuador's raid on the mission as a breach of law.
        ACCUSE occurred confirmed ZAF>RWA | South Africa blames Rwanda for deaths of peacekeepers
        ACCUSE occurred confirmed IND>CAN | India criticised Canada for sheltering the gang's leaders.
        ACCUSE occurred confirmed IRL>ISR | Ireland denounces Israeli law on aid groups
        ACCUSE occurred confirmed TUR>GRC | Turkey lodged a protest with Greece over the naval notice.
        ACCUSE occurred confirmed KEN>UGA | Kenya summoned Uganda's ambassador over the arrest of two traders.
        ACCUSE occurred confirmed JPN>CHN | Japan protests Chinese survey ship near islets
        ACCUSE occurred confirmed UNO>MMR | UN experts said Myanmar's army had bombed a school in breach of the laws of war.
        ACCUSE occurred confirmed NGA>BEN | Nigeria slammed Benin for closing the corridor.
        ACCUSE occurred confirmed SYR>ISR | Syria decried Israel's incursion as a flagrant violation of its sovereignty.
        ACCUSE occurred confirmed PAN>USA | Panama voiced concern over US naval visits.
        ACCUSE occurred confirmed RUS>GBR | Russia alleges British spies planned pipeline blast
        ACCUSE occurred confirmed BGD>IND | Bangladesh expresses regret at Indian remarks
        ACCUSE occurred confirmed SDN>ARE | Sudan filed a case against the UAE at the International Court of Justice over the supply of arms.
        ACCUSE occurred confirmed FIN>RUS | Finland said Russia was behind the jamming of its air traffic.
        ACCUSE occurred confirmed CHL>ISR | Chile's president lashed out at Israel over the shelling of the hospital.
        ACCUSE occurred confirmed EUU>GEO | EU deplores Georgia's crackdown on protesters
        ACCUSE occurred confirmed AUS>IRN | Australia holds Iran responsible for arson attacks
        ACCUSE occurred confirmed PRK>KOR | North Korea rebuked the South for flying drones over Pyongyang.
        REJECT occurred confirmed MEX>USA | Mexico rejected a US offer to send troops against the cartels.
        ?REJECT occurred confirmed EGY>ISR | Egypt refuses to take in displaced Gazans, rebuffing Israel
        REJECT occurred confirmed RUS>JPN | Russia ruled out talks with Japan on the islands.
        REJECT occurred confirmed DNK>USA | Denmark dismisses US bid for Greenland
        REJECT occurred confirmed CHN>PHL | China vetoed a Philippine candidate for the panel.
        REJECT occurred confirmed HUN>EUU | Hungary blocks EU statement on Georgia
        REJECT occurred confirmed SRB>XKX | Serbia turned down Kosovo's request for the documents.
        REJECT occurred confirmed VEN>GUY | Venezuela spurned Guyana's call for arbitration.
        REJECT occurred confirmed IRN>GBR | Iran brushed off a British demand for access to the prisoner.
        REJECT occurred confirmed IND>PAK | India snubs Pakistan's invitation to summit
        REJECT occurred confirmed USA>IRN | The United States walked out of talks with Iran on Friday.
        REJECT occurred confirmed TUR>CYP | Turkey opposed Cyprus's entry into the defence fund.
        REJECT occurred confirmed KEN>SOM | Kenya brushed aside Somalia's complaint about the fence.
        REJECT occurred confirmed POL>DEU | Poland declined Germany's offer of air defence batteries.
        REJECT occurred confirmed CAN>USA | Canada says no to US demand on dairy
        REJECT occurred confirmed NOR>EUU | Norway will not join the EU's levy on gas.
        REJECT occurred confirmed QAT>ISR | Qatar called Israel's accusations baseless.
        REJECT occurred confirmed LKA>IND | Sri Lanka cancelled a round of talks with India on the port.
        REJECT occurred confirmed DZA>FRA | Algeria refused to accept the people France wanted to deport.
        REJECT occurred confirmed ETH>EGY | Ethiopia shrugged off Egypt's objections to the dam.
        THREATEN occurred confirmed TUR>SYR | Turkey threatened to send troops into Syria unless the militia disbanded.
        THREATEN occurred confirmed USA>CAN | US threatens Canada with 50% tariff on aircraft
        THREATEN occurred confirmed PRK>KOR | North Korea warned South Korea of merciless retaliation.
        THREATEN occurred confirmed AZE>ARM | Azerbaijan gave Armenia a week to hand over the villages.
        THREATEN occurred confirmed IRN>ISR | Iran vows to strike back if Israel attacks
        THREATEN occurred confirmed EUU>CHN | The European Union said it would retaliate against China if the export curbs stayed.
        THREATEN occurred confirmed RUS>LVA | Moscow issued an ultimatum to Latvia over the train transit.
        THREATEN occurred confirmed SOM>ETH | Somalia threatens to expel Ethiopian troops
        THREATEN occurred confirmed VEN>GUY | Venezuela's president threatened to annex part of Guyana.
        ?THREATEN occurred confirmed UGA>COD | Uganda's army chief said his troops would march on the Congolese city of Bunia.
        THREATEN occurred confirmed CHN>TWN | China warns Taiwan it will pay price for visit
        THREATEN occurred confirmed HUN>UKR | Hungary threatened to cut off electricity to Ukraine.
        THREATEN occurred confirmed USA>IRQ | Washington warned Baghdad it would impose sanctions if the militias joined the cabinet.
        THREATEN occurred confirmed BLR>LTU | Belarus vows response to Lithuanian border closure
        THREATEN occurred confirmed PAK>IND | Pakistan will answer any attack by India with full force, its army chief said.
        THREATEN occurred confirmed ISR>IRN | Israel threatened further strikes on Iran.
        ?THREATEN occurred confirmed CHL>BOL | Chile raised the prospect of closing the rail line to Bolivia.
        THREATEN occurred confirmed RUS>GBR | Russia threatens 'mirror measures' against Britain over seized tanker
        THREATEN occurred confirmed SDN>KEN | Sudan warned Kenya of consequences for hosting the rebels.
        THREATEN occurred confirmed USA>COL | US president threatened to halt all aid to Colombia.
        """

    /// Written after the rules of the sentences above.
    static let furtherWords = """
        REQUEST occurred confirmed NER>DZA | Niger asked Algeria to stop the expulsions.
        REQUEST occurred confirmed JPN>CHN | Japan urges China to free detained executive
        REQUEST occurred confirmed UNO>SDN | The UN called on Sudan to open the crossing.
        REQUEST occurred confirmed VNM>USA | Vietnam requested that the United States delay the duties.
        REQUEST occurred confirmed COL>VEN | Colombia demanded the release of its citizens held by Venezuela.
        REQUEST occurred confirmed MDA>EUU | Moldova's president appealed to the European Union for help.
        REQUEST occurred confirmed PAN>CHN | Panama told China to respect its ports law.
        REQUEST occurred confirmed SYR>ISR | Syria calls on Israel to leave buffer zone
        REQUEST occurred confirmed LTU>BLR | Lithuania demands Belarus return stranded trucks
        REQUEST occurred confirmed PHL>AUS | The Philippines invited Australia to join the patrols.
        REQUEST occurred confirmed EGY>ETH | Egypt pressed Ethiopia for data on the dam.
        REQUEST occurred confirmed USA>IND | The United States wants India to buy less Russian oil.
        REQUEST occurred confirmed HTI>KEN | Haiti pleads with Kenya for more police
        REQUEST occurred confirmed BGD>IND | Bangladesh asked India to extradite the former minister.
        REQUEST occurred confirmed QAT>AFG | Qatar encouraged the Taliban to reopen the schools.
        REQUEST occurred confirmed GBR>RUS | Britain called for Russia to release the activist.
        REQUEST occurred confirmed CYP>TUR | Cyprus offered Turkey a deal on flights.
        REQUEST occurred confirmed ZMB>CHN | Zambia seeks debt relief from China
        REQUEST occurred confirmed CAN>USA | Canada's premier urged Washington to drop the tariffs.
        REQUEST occurred confirmed KAZ>RUS | Kazakhstan proposed to Russia a new route for its oil.
        ACCUSE occurred confirmed LTU>BLR | Lithuania blamed Belarus for the balloons.
        ACCUSE occurred confirmed MAR>DZA | Morocco accuses Algeria of arming rebels
        ACCUSE occurred confirmed GBR>CHN | Britain condemned China over the jailing of the publisher.
        ACCUSE occurred confirmed ETH>EGY | Ethiopia criticised Egypt for stirring unrest.
        ACCUSE occurred confirmed NLD>RUS | The Netherlands said Russia was behind the cyberattack.
        ACCUSE occurred confirmed IRN>USA | Iran's foreign ministry denounced the United States for the seizure.
        ACCUSE occurred confirmed PHL>CHN | Philippines summons Chinese ambassador over collision
        ACCUSE occurred confirmed MLI>DZA | Mali lodged a complaint against Algeria at the world court.
        ACCUSE occurred confirmed UNO>ISR | UN rights chief slams Israel over settlement law
        ACCUSE occurred confirmed ARG>IRN | Argentina held Iran responsible for the bombing.
        ACCUSE occurred confirmed TWN>CHN | Taiwan's president rebuked China for the drills.
        ACCUSE occurred confirmed COD>RWA | Congo decried Rwanda's shelling of the camp.
        ACCUSE occurred confirmed POL>RUS | Poland protested to Russia over the drone.
        ACCUSE occurred confirmed SRB>HRV | Serbia called Croatia's arms deal a provocation.
        ACCUSE occurred confirmed FRA>AZE | France accused Azerbaijan of meddling in its islands.
        ACCUSE occurred confirmed CHN>JPN | China lambasts Japan over leader's shrine visit
        ACCUSE occurred confirmed EUU>HUN | The European Parliament deplored Hungary's ban on the march.
        ACCUSE occurred confirmed SOM>ETH | Somalia complained to Ethiopia about the flights.
        ACCUSE occurred confirmed GUY>VEN | Guyana expressed alarm over Venezuela's decree.
        ACCUSE occurred confirmed TUR>ISR | Turkey's president lashed out at Israel.
        REJECT occurred confirmed COL>USA | Colombia rejected the US accusation.
        ?REJECT occurred confirmed IRN>EUU | Iran dismisses European call for talks
        REJECT occurred confirmed ARM>AZE | Armenia refused to cede the road to Azerbaijan.
        REJECT occurred confirmed ZAF>USA | South Africa turned down a US invitation.
        REJECT occurred confirmed SVK>EUU | Slovakia will not back the EU's sanctions.
        REJECT occurred confirmed RUS>UKR | Russia ruled out a meeting with Ukraine's president.
        REJECT occurred confirmed GRC>TUR | Greece declined Turkey's offer of joint drilling.
        REJECT occurred confirmed USA>UNO | US vetoes UN resolution on Gaza
        REJECT occurred confirmed VEN>ARG | Venezuela rebuffed Argentina's demand for safe passage.
        REJECT occurred confirmed NER>FRA | Niger's junta spurned an offer of talks from France.
        REJECT occurred confirmed AUS>CHN | Australia refuses China's request for port lease
        REJECT occurred confirmed CHN>JPN | China called off a ministers' meeting with Japan.
        REJECT occurred confirmed LBN>ISR | Lebanon ruled out direct talks with Israel.
        REJECT occurred confirmed PER>MEX | Peru denied Mexico's request for a safe conduct.
        REJECT occurred confirmed SDN>UNO | Sudan rejected a UN plan for peacekeepers.
        REJECT occurred confirmed BRA>ISR | Brazil declines to accept Israeli ambassador
        REJECT occurred confirmed IND>USA | India pushed back against US claims of mediation.
        REJECT occurred confirmed HUN>UKR | Hungary opposed opening accession talks with Ukraine.
        REJECT occurred confirmed AFG>PAK | The Taliban dismissed Pakistan's demand as unrealistic.
        REJECT occurred confirmed CAN>IND | Canada skipped the summit and rejected India's apology demand.
        THREATEN occurred confirmed ISR>LBN | Israel threatens to strike Beirut if Hezbollah rearms
        THREATEN occurred confirmed EUU>USA | The EU threatened the United States with counter-tariffs.
        THREATEN occurred confirmed CHN>PHL | China warned the Philippines of serious consequences.
        THREATEN occurred confirmed RUS>FIN | Russia vows retaliation over Finnish border bases
        THREATEN occurred confirmed USA>MEX | The US president threatened to impose tariffs on Mexico.
        THREATEN occurred confirmed ETH>ERI | Ethiopia warned Eritrea that it would defend itself.
        THREATEN occurred confirmed PRK>USA | North Korea will respond to US drills with force, its leader's sister said.
        THREATEN occurred confirmed TUR>ISR | Turkey threatened to close its airspace to Israel.
        THREATEN occurred confirmed PAK>IND | Pakistan gave India an ultimatum over the river.
        THREATEN occurred confirmed IRN>AZE | Iran threatens Azerbaijan over corridor
        THREATEN occurred confirmed DZA>FRA | Algeria vowed to retaliate against France.
        THREATEN occurred confirmed VEN>TTO | Venezuela threatened to cut off gas to Trinidad and Tobago.
        THREATEN occurred confirmed UKR>HUN | Ukraine warned Hungary it would halt oil transit.
        THREATEN occurred confirmed USA>ESP | US warns Spain of trade penalties over spending
        THREATEN occurred confirmed SRB>XKX | Serbia's president threatened to send the army into Kosovo.
        THREATEN occurred confirmed CHN>CZE | China threatened countermeasures against the Czech Republic.
        THREATEN occurred confirmed RWA>BDI | Rwanda warned Burundi against any attack.
        THREATEN occurred confirmed ISR>IRN | Israel would strike Iran again, its defence minister warned.
        THREATEN occurred confirmed KHM>THA | Cambodia threatens to take Thailand to court
        THREATEN occurred confirmed RUS>NAT | Russia threatened NATO with nuclear arms in Kaliningrad.
        """
}
