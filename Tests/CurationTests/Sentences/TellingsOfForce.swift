/// Invented sentences: sanctions, coercion, shows of force and attacks.
extension Tellings {
    static let force = """
        SANCTION occurred reported GBR>GEO | Britain imposed sanctions on four Georgian officials.
        SANCTION occurred reported POL>RUS | Poland expels three Russian diplomats
        SANCTION occurred reported COL>ISR | Colombia recalled its ambassador from Israel.
        SANCTION occurred reported CHN>USA | China hit the United States with an export ban on gallium.
        SANCTION future reported USA>BRA | The United States will impose a 40 percent tariff on Brazilian coffee from April.
        SANCTION occurred reported NER>FRA | Niger breaks off diplomatic relations with France
        SANCTION occurred reported EUU>BLR | The EU blacklisted two dozen Belarusian judges.
        SANCTION occurred reported JPN>RUS | Japan froze the assets of twelve Russian firms.
        ?SANCTION occurred reported ARG>VEN | Argentina declared the Venezuelan chargé d'affaires persona non grata.
        SANCTION occurred reported DZA>ESP | Algeria suspends friendship treaty with Spain
        SANCTION occurred reported IND>PAK | India closed its airspace to Pakistani airliners.
        SANCTION occurred reported MLI>MRT | Mali downgraded its ties with Mauritania.
        SANCTION occurred reported USA>CUB | US tightens visa curbs on Cuban officials
        SANCTION occurred reported TUR>ISR | Turkey halted all trade with Israel.
        SANCTION occurred reported CAN>CHN | Canada slapped a 25% duty on Chinese steel.
        SANCTION future reported EUU>RUS | EU to ban imports of Russian aluminium
        SANCTION occurred reported LTU>BLR | Lithuania shuts border with Belarus
        ?SANCTION occurred reported USA>UNO | The United States quit the UN cultural agency.
        SANCTION occurred reported AUS>RUS | Australia revoked the visas of two Russian attachés.
        SANCTION occurred reported ECU>MEX | Ecuador raised tariffs on Mexican goods to 27 per cent.
        COERCE occurred reported CHN>PHL | Chinese coast guard ships blocked a Philippine supply boat near the shoal.
        COERCE occurred reported IRN>GRC | Iran seizes Greek-owned tanker in Gulf
        COERCE occurred reported AZE>ARM | Azerbaijan blockaded the only road to the Armenian village.
        COERCE occurred reported RUS>FRA | Russia detained a French researcher on spying charges.
        COERCE occurred reported FRA>RUS | French navy boards tanker of Russian shadow fleet
        COERCE occurred reported ISR>TUR | Israel intercepted a Turkish aid ship off Gaza.
        COERCE occurred reported PRK>KOR | North Korean hackers broke into the network of South Korea's foreign ministry.
        COERCE occurred reported USA>VEN | The US Coast Guard captured a tanker carrying Venezuelan crude.
        COERCE occurred reported MLI>CAN | Mali arrested two Canadian mine managers.
        COERCE occurred reported RUS>MDA | Russia cut off gas supplies to Moldova.
        COERCE occurred reported ERI>ETH | Eritrea impounds Ethiopian trucks at port
        COERCE occurred reported USA>IRN | US seizes Iranian arms shipment bound for Yemen
        COERCE occurred reported VEN>GUY | Venezuelan soldiers detained four Guyanese surveyors.
        COERCE occurred reported CHN>JPN | China jailed a Japanese businessman for espionage.
        COERCE occurred reported BLR>LVA | Belarus is jamming the signals of Latvian air traffic control.
        COERCE occurred reported PAK>AFG | Pakistan deported 4,000 Afghans in a day.
        COERCE occurred reported TUR>GRC | Turkish gunboats chased a Greek survey vessel out of the strait.
        ?COERCE occurred reported RUS>EST | Russian guards removed Estonian buoys from the border river.
        COERCE occurred reported IRN>GBR | Iran holds British couple on spying charges
        COERCE occurred reported ISR>PSE | Israel withholds tax revenue from Palestinian Authority
        MOBILIZE occurred reported PHL+AUS | Philippine and Australian forces opened their largest joint exercise on Sunday.
        MOBILIZE occurred reported TUR>SYR | Turkey massed tanks along the border with Syria.
        MOBILIZE occurred reported USA>VEN | US sends carrier to Caribbean in warning to Venezuela
        MOBILIZE occurred reported CHN>TWN | China staged live-fire drills around Taiwan.
        MOBILIZE occurred reported RUS+BLR | Russia, Belarus begin war games near Polish border
        MOBILIZE occurred reported ETH>ERI | Ethiopia moved two divisions to its frontier with Eritrea.
        MOBILIZE occurred reported GBR | A British frigate sailed through the Taiwan Strait on Monday.
        MOBILIZE occurred reported POL>BLR | Poland deployed 5,000 more soldiers to the border with Belarus.
        MOBILIZE future reported DEU>LTU | Germany will station a brigade in Lithuania.
        MOBILIZE occurred reported PRK | North Korea test-fires ballistic missile into sea
        MOBILIZE occurred reported VEN>GUY | Venezuela reinforces its garrison on the river facing Guyana.
        MOBILIZE occurred reported USA+KOR | US and South Korean jets drilled over the peninsula in a show of force.
        MOBILIZE occurred reported IND>PAK | India put its forces along the Pakistani border on high alert.
        MOBILIZE occurred reported NAT>RUS | NATO jets scrambled to meet Russian bombers over the Baltic.
        MOBILIZE occurred reported IRN | Iran unveils missile base in show of strength
        MOBILIZE occurred reported EGY | Egypt sent armoured vehicles to its border with the strip.
        MOBILIZE occurred reported FRA>DNK | France dispatched fifteen soldiers to Greenland at Denmark's request.
        MOBILIZE occurred reported RUS | Russia moves nuclear-capable missiles to Kaliningrad
        MOBILIZE occurred reported CHN+RUS | Chinese and Russian bombers flew a joint patrol over the Sea of Japan.
        MOBILIZE future reported JPN+USA | Japan and the United States will hold naval drills off Okinawa in May.
        ASSAULT occurred reported ISR>SYR | Israeli jets bombed a weapons depot near Damascus, Syria's state agency said.
        ASSAULT occurred reported PAK>AFG | Pakistan launched air strikes on eastern Afghanistan.
        ASSAULT occurred reported RUS>UKR | Russia attacked Ukraine's power grid with missiles overnight.
        ASSAULT occurred reported THA>KHM | Thai warplanes struck Cambodian positions
        ASSAULT occurred reported YEM>ISR | The Houthis fired a missile at Israel.
        ASSAULT occurred reported USA>YEM | US strikes Houthi radar sites
        ASSAULT occurred reported AZE>ARM | Azerbaijani troops shelled an Armenian border post.
        ASSAULT occurred reported IRN>IRQ | Iran's Guards hit targets in northern Iraq with drones.
        ASSAULT occurred reported UKR>RUS | Ukrainian drones hit a refinery in southern Russia.
        ASSAULT occurred reported RWA>COD | Rwandan soldiers raided a village in eastern Congo.
        ASSAULT occurred reported TUR>IRQ | Turkey pounded militant camps in Iraq.
        ASSAULT occurred reported SDN>TCD | Sudanese aircraft bombarded a town inside Chad.
        ASSAULT occurred reported ISR>LBN | Israel kills Hezbollah commander in Beirut strike
        ASSAULT occurred reported ETH>SOM | Ethiopian troops clashed with Somali forces at the border town of Dolow.
        ASSAULT occurred reported KGZ+TJK | Kyrgyz and Tajik guards exchanged fire at the canal.
        ASSAULT occurred reported IND>PAK | India fires missiles into Pakistan
        ASSAULT occurred reported ERI>DJI | Eritrea's army stormed a Djiboutian post.
        ASSAULT occurred reported VEN>COL | Venezuelan gunmen opened fire on a Colombian patrol boat.
        ASSAULT occurred reported PRK>KOR | North Korea shelled a South Korean island.
        ASSAULT occurred reported USA>VEN | The United States invaded Venezuela.
        """

    /// Written after the rules of the sentences above.
    static let furtherForce = """
        SANCTION occurred reported CAN>RUS | Canada imposed sanctions on thirty Russian tankers.
        SANCTION occurred reported BRA>ISR | Brazil recalls ambassador from Israel
        SANCTION occurred reported CZE>BLR | The Czech Republic expelled a Belarusian diplomat.
        SANCTION future reported USA>IND | US to double tariffs on India
        SANCTION occurred reported KEN>TZA | Kenya banned imports of Tanzanian maize.
        SANCTION occurred reported HND>PSE | Honduras closed its embassy in Palestine.
        SANCTION occurred reported EUU>IRN | The EU froze the assets of two Iranian firms.
        SANCTION occurred reported MLI>FRA | Mali suspended cooperation with France.
        SANCTION occurred reported ARG>UNO | Argentina withdrew from the World Health Organization.
        SANCTION occurred reported UKR>RUS | Ukraine blacklists Russian shipping firms
        SANCTION occurred reported PAK>IND | Pakistan shut its airspace to Indian aircraft.
        SANCTION occurred reported ECU>MEX | Ecuador broke off relations with Mexico.
        SANCTION occurred reported CHN>LTU | China barred Lithuanian timber.
        SANCTION occurred reported ZAF>ISR | South Africa expels Israeli chargé d'affaires
        SANCTION occurred reported GBR>RWA | Britain suspended aid to Rwanda.
        SANCTION occurred reported AUS>AFG | Australia imposed travel bans on Taliban ministers.
        SANCTION occurred reported TUR>SYR | Turkey closed its border with Syria.
        SANCTION future reported JPN>PRK | Japan will extend its trade ban on North Korea.
        SANCTION occurred reported NIC>ECU | Nicaragua cut diplomatic ties with Ecuador.
        SANCTION occurred reported USA>COL | The United States revoked the visas of Colombian officials.
        COERCE occurred reported RUS>JPN | Russia seized a Japanese fishing boat.
        COERCE occurred reported IRN>FRA | Iran arrests French cyclists
        COERCE occurred reported CHN>PHL | China's coast guard rammed a Philippine ship.
        COERCE occurred reported SRB>XKX | Serbian police detained three Kosovo officers.
        COERCE occurred reported USA>CUB | The US navy blockaded Cuba.
        COERCE occurred reported FIN>RUS | Finland boards Russia-linked tanker after cable cut
        ?COERCE occurred reported PRK>USA | North Korean hackers stole into the computers of a US bank.
        ?COERCE occurred reported VEN>USA | Venezuela holds five Americans as bargaining chips
        COERCE occurred reported AZE>RUS | Azerbaijan arrested two Russian editors.
        COERCE occurred reported ISR>IRN | Israel hacked Iran's fuel network.
        COERCE occurred reported TUR>BGR | Turkey impounded a Bulgarian freighter.
        COERCE occurred reported BLR>POL | Belarus jails Polish monk
        COERCE occurred reported IND>PAK | India cut off the water supply to Pakistan.
        COERCE occurred reported MLI>SEN | Mali detained Senegalese truck drivers.
        COERCE occurred reported USA>RUS | US seizes Russian-flagged tanker
        COERCE occurred reported CHN>TWN | Chinese coast guard officers boarded a Taiwanese boat.
        COERCE occurred reported DOM>HTI | The Dominican Republic deported 20,000 Haitians.
        COERCE occurred reported ERI>DJI | Eritrean gunboats chased away a Djiboutian vessel.
        COERCE occurred reported RUS>UKR | Russia jailed a Ukrainian mayor.
        COERCE occurred reported LBY>ITA | Libyan gunmen held Italian trawler
        MOBILIZE occurred reported IND+FRA | Indian and French navies began drills off Goa.
        MOBILIZE occurred reported VEN>GUY | Venezuela massed troops on its border with Guyana.
        MOBILIZE occurred reported DEU>LTU | Germany deploys tank brigade in Lithuania
        MOBILIZE occurred reported CHN>JPN | China sent a carrier through waters near Japan.
        MOBILIZE occurred reported GRC+CYP+ISR | Greece, Cyprus and Israel hold joint naval exercise
        ?MOBILIZE occurred reported ARM | Armenia put its army on alert.
        MOBILIZE occurred reported THA>KHM | Thailand moved artillery to the border with Cambodia.
        MOBILIZE occurred reported USA | US tests hypersonic missile
        MOBILIZE occurred reported RUS+CHN | Russian and Chinese warships patrolled the Pacific together.
        MOBILIZE occurred reported FIN>RUS | Finland reinforced its border with Russia.
        MOBILIZE occurred reported GBR>GUY | Britain dispatched a patrol ship to Guyana.
        MOBILIZE occurred reported PAK | Pakistan test-fires cruise missile
        MOBILIZE occurred reported IRN>AZE | Iran staged war games along the Azerbaijani border.
        MOBILIZE future reported NAT | NATO will deploy more jets to the Baltic.
        MOBILIZE occurred reported UGA>SSD | Uganda sent special forces to South Sudan.
        MOBILIZE occurred reported JPN | Japan stations missiles on southern island
        ?MOBILIZE occurred reported USA+PHL | US and Philippine troops rehearsed a landing.
        MOBILIZE occurred reported TUR | Turkish frigates sailed into the disputed waters.
        MOBILIZE occurred reported BLR+RUS | Belarus and Russia launched joint exercises.
        ?MOBILIZE occurred reported TWN | Taiwan scrambles jets after Chinese balloon
        ASSAULT occurred reported ISR>IRN | Israel struck a missile plant in Iran.
        ASSAULT occurred reported RUS>UKR | Russia fires 90 drones at Ukraine
        ASSAULT occurred reported TCD>SDN | Chadian troops attacked a Sudanese militia post.
        ASSAULT occurred reported IRN>PAK | Iran bombed a village in Pakistan.
        ASSAULT occurred reported USA>SYR | US air strike hits camp in Syria
        ASSAULT occurred reported YEM>SAU | The Houthis launched missiles at Saudi Arabia.
        ASSAULT occurred reported KHM>THA | Cambodian rockets hit a Thai hospital.
        ASSAULT occurred reported RWA>COD | Rwandan forces shelled Congolese positions.
        ASSAULT occurred reported UKR>RUS | Ukraine hits Russian oil port with drones
        ASSAULT occurred reported IND>PAK | Indian jets bombed a camp inside Pakistan.
        ASSAULT occurred reported LBN>ISR | Hezbollah fired rockets into Israel.
        ASSAULT occurred reported AFG>PAK | Afghan fighters raided a Pakistani checkpoint.
        ASSAULT occurred reported AZE+ARM | Azerbaijani and Armenian troops clashed on the border.
        ASSAULT occurred reported TUR>SYR | Turkey shells Kurdish towns in Syria
        ASSAULT occurred reported ETH>ERI | Ethiopia's air force bombarded an Eritrean port.
        ASSAULT occurred reported USA>IRN | The United States attacked three sites in Iran.
        ?ASSAULT occurred reported ISR>QAT | Israel strikes Hamas office in Qatar
        ASSAULT occurred reported SSD>SDN | South Sudanese soldiers fired on a Sudanese convoy.
        ASSAULT occurred reported PAK>IND | Pakistan shot down an Indian drone.
        ASSAULT occurred reported SOM>KEN | Somali soldiers shot at a Kenyan patrol.
        """
}
