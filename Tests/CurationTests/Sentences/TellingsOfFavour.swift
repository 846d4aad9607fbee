/// Invented sentences: support, aid, easing and withdrawal.
extension Tellings {
    static let favour = """
        SUPPORT occurred reported NZL>FJI | New Zealand praised Fiji for taking in the stranded crew.
        SUPPORT occurred reported ESP>PSE | Spain formally recognised the State of Palestine on Tuesday.
        SUPPORT occurred reported CHN>PAK | China reaffirms support for Pakistan in water dispute
        SUPPORT occurred on_record DEU>MDA | Germany's chancellor assured Moldova of Berlin's backing on its path to the EU.
        SUPPORT occurred reported IND>LKA | India hailed Sri Lanka's decision to reopen the port.
        SUPPORT occurred reported CAN>UKR | Canada stands by Ukraine, foreign minister says
        SUPPORT occurred on_record KEN>SOM | Kenya's president congratulated Somalia on joining the trade bloc.
        SUPPORT occurred reported TUR>AZE | Turkey voiced solidarity with Azerbaijan after the crash.
        SUPPORT occurred on_record EUU>ARM | EU welcomes Armenia's reforms
        SUPPORT occurred reported POL>LTU | Poland thanked Lithuania for its help in fighting the fires.
        SUPPORT occurred reported BRA>ARG | Brazil backs Argentina's claim to islands at regional summit
        SUPPORT occurred reported JPN>PHL | Japan endorsed the Philippines' stand on the shoal.
        SUPPORT occurred reported QAT>LBN | Qatar expressed its full support for Lebanon's sovereignty.
        SUPPORT occurred on_record GBR>CYP | Britain's prime minister applauded Cyprus for hosting the talks.
        SUPPORT occurred reported SAU>SYR | Saudi Arabia commended Syria for its steps against smuggling.
        SUPPORT occurred reported FRA>GRC | France has pledged its solidarity with Greece over the airspace.
        SUPPORT occurred reported UNO>TCD | The UN refugee chief paid tribute to Chad for keeping its border open.
        SUPPORT future reported IRL>PSE | Ireland will recognise Palestine next month.
        SUPPORT occurred reported NOR>ISL | Norway offered its condolences to Iceland after the eruption.
        SUPPORT occurred reported USA>JPN | US reassures Japan over defence commitment
        AID occurred reported KOR>NPL | South Korea delivered 30 ambulances to Nepal on Wednesday.
        AID future reported DNK>UKR | Denmark will send Ukraine another 18 howitzers.
        AID future reported CAN>HTI | Canada pledges $60 million for Haiti's police
        ?AID occurred reported TUR>SYR | Turkey has begun supplying electricity to Syria free of charge.
        AID occurred reported USA>TWN | US approves $400 million arms sale to Taiwan
        ?AID occurred reported ARE>SDN | A UAE plane carrying 40 tonnes of medicine landed in Port Sudan.
        AID future reported CHN>CUB | China to donate 60,000 tonnes of rice to Cuba
        AID occurred reported IND>MMR | India flew field hospitals to Myanmar after the quake.
        AID future reported EUU>MDA | The European Union will lend Moldova 250 million euros to fill its gas stores.
        AID occurred reported DEU>UKR | Germany handed over two more air defence systems to Ukraine.
        AID occurred reported UNO>YEM | The World Food Programme resumed food deliveries in northern Yemen.
        AID occurred reported NLD>UKR | The Netherlands has transferred six more F-16s to Ukraine.
        AID future reported JPN>TUV | Japan promised Tuvalu a grant to build sea walls.
        AID occurred reported QAT>LBN | Qatar donates fuel to Lebanese army
        AID future on_record NOR>MWI | Norway announced 300 million crowns in drought relief for Malawi.
        AID occurred reported RUS>MLI | Russia delivered a shipment of grain to Mali.
        AID occurred reported AUS>PNG | Australia rushes aid to Papua New Guinea after landslide
        AID future reported GBR>UKR | Britain is to train 10,000 more Ukrainian soldiers.
        AID hypothetical reported CZE>UKR | The Czech Republic may provide Ukraine with more artillery shells.
        AID negated reported CZE>UKR | The Czech Republic did not send Ukraine the howitzers.
        CONCEDE occurred reported BLR>POL | Belarus freed a Polish journalist held since 2021.
        CONCEDE occurred reported USA>SYR | US lifts sanctions on Syria's central bank
        CONCEDE occurred reported COL>ECU | Colombia dropped its duties on Ecuadorian rice.
        CONCEDE occurred reported CHN>AUS | China eased curbs on Australian lobster.
        CONCEDE occurred reported IRN>SWE | Iran released a Swedish diplomat after two years in jail.
        CONCEDE future on_record EUU>ZWE | The EU will lift its arms embargo on Zimbabwe, the bloc's foreign policy chief said.
        CONCEDE occurred reported USA>IND | US grants India waiver on Iranian port
        CONCEDE occurred reported IND>CAN | India restores visas for Canadian tourists
        CONCEDE occurred reported SAU>LBN | Saudi Arabia lifted its ban on Lebanese fruit.
        CONCEDE occurred reported VEN>USA | Venezuela freed six American detainees on Saturday.
        CONCEDE occurred reported TUR>SWE | Turkey dropped its objection to Sweden's bid for the drone programme.
        CONCEDE occurred reported PAK>AFG | Pakistan reopens Torkham crossing to Afghan traders
        CONCEDE occurred reported RUS>MDA | Russia scrapped its ban on Moldovan apples.
        CONCEDE occurred reported ISR>EGY | Israel allowed Egyptian fuel trucks into the strip.
        CONCEDE future reported JPN>KOR | Japan is to relax export checks on chemicals bound for South Korea.
        CONCEDE occurred reported USA>CAN | Washington suspended its tariffs on Canadian timber for 90 days.
        CONCEDE occurred reported KWT>IRQ | Kuwait waived the visa fee for Iraqi patients.
        CONCEDE occurred reported DZA>FRA | Algeria pardons French writer
        ?CONCEDE occurred reported MLI>CIV | Mali handed over 46 captured Ivorian soldiers.
        CONCEDE occurred reported CHN>JPN | China ends ban on Japanese seafood
        RETREAT occurred reported RWA>COD | Rwanda pulled out the last of its troops from eastern Congo.
        RETREAT occurred reported FRA>SEN | France completes military withdrawal from Senegal
        RETREAT occurred reported ISR>LBN | Israeli forces withdrew from two villages in southern Lebanon.
        RETREAT future reported USA>IRQ | The United States will withdraw its remaining soldiers from Iraq by September.
        RETREAT future reported USA>SYR | US to pull half of troops out of Syria
        RETREAT occurred reported AZE>ARM | Azerbaijani troops left three posts inside Armenia on Sunday.
        RETREAT occurred reported ETH>SOM | Ethiopia recalled its soldiers from the Somali town of Baidoa.
        RETREAT occurred reported RUS>SYR | Russia has vacated its air base in northern Syria.
        RETREAT occurred reported IND+CHN | India and China completed the disengagement of troops at the lake.
        RETREAT occurred reported UGA>SSD | Uganda started bringing home its troops from South Sudan.
        RETREAT occurred reported DEU>NER | Germany closes its last base in Niger
        RETREAT future reported KEN>HTI | Kenya plans to pull its police officers out of Haiti.
        RETREAT occurred reported IRN>SYR | Iran withdrew its advisers from Syria in January's last days.
        RETREAT occurred reported ISR+LBN | A ceasefire between Israel and Hezbollah came into force at dawn.
        RETREAT occurred reported THA+KHM | The truce between Thailand and Cambodia took effect at midnight.
        RETREAT occurred reported TUR>IRQ | Turkish soldiers pulled back from the hills above Dohuk in northern Iraq.
        RETREAT occurred reported USA>NER | Last US troops leave Niger
        RETREAT occurred reported SAU>YEM | Saudi Arabia scaled back its military presence in Yemen.
        RETREAT occurred reported ERI>ETH | Eritrean forces retreated from the Ethiopian town of Zalambessa.
        RETREAT future unconfirmed RUS>ARM | Russia will remove its border guards from Armenia, sources said.
        """

    /// Written after the rules of the sentences above.
    static let furtherFavour = """
        SUPPORT occurred reported CHL>PSE | Chile voiced support for Palestinian membership.
        SUPPORT occurred reported RUS>SRB | Russia backs Serbia over Kosovo vote
        SUPPORT occurred on_record IDN>PSE | Indonesia's president reiterated his country's support for Palestine.
        SUPPORT occurred reported USA>EGY | The United States thanked Egypt for its role in the release.
        SUPPORT occurred reported FIN>EST | Finland's foreign minister stood by Estonia after the incident.
        SUPPORT occurred reported PAK>CHN | Pakistan praises China for vaccine gift
        SUPPORT occurred on_record UNO>BRA | The UN secretary-general commended Brazil for protecting the forest.
        SUPPORT occurred reported GHA>TGO | Ghana congratulated Togo on its new constitution.
        SUPPORT occurred reported ARE>MAR | The UAE reaffirmed its backing for Morocco's plan.
        SUPPORT occurred reported CZE>TWN | Czech Republic welcomes Taiwan's investment pledge
        SUPPORT occurred reported AUS>PNG | Australia applauded Papua New Guinea's ban on the logging firm.
        SUPPORT occurred reported ISR>ARG | Israel hailed Argentina's decision to move its embassy.
        SUPPORT occurred on_record NLD>UKR | The Dutch prime minister pledged his country's full support for Ukraine.
        SUPPORT occurred reported CUB>VEN | Cuba expressed solidarity with Venezuela.
        SUPPORT occurred reported KAZ>KGZ | Kazakhstan sent condolences to Kyrgyzstan after the avalanche.
        SUPPORT occurred reported FRA>SEN | France recognises Senegal's claim to war dead
        SUPPORT occurred on_record EUU>MDA | The European Commission praised Moldova for its court reform.
        SUPPORT occurred reported IRL>ISL | Ireland cheered Iceland's bid for the council.
        SUPPORT occurred on_record JOR>SYR | Jordan's king assured Syria of his backing.
        SUPPORT occurred reported SGP>IDN | Singapore endorsed Indonesia's plan for the strait.
        AID occurred reported FRA>LBN | France gave Lebanon 20 armoured vehicles.
        AID occurred reported CHN>ZWE | China donates grain to drought-hit Zimbabwe
        AID future reported SWE>UKR | Sweden will supply Ukraine with Gripen jets.
        AID occurred reported EUU>EGY | The EU paid out one billion euros to Egypt in budget support.
        AID occurred reported USA>PHL | The United States has sent two cargo planes of tents to the Philippines.
        AID occurred reported JOR>PSE | Jordan airlifted medicine to Gaza.
        AID future reported ITA>ETH | Italy pledges 180 million euros for Ethiopian coffee farmers
        ?AID occurred reported SAU>YEM | Saudi Arabia deposited 500 million dollars in aid in Yemen's central bank.
        ?AID occurred reported BRA>CUB | Brazil ships food to Cuba
        AID occurred reported POL>MDA | Poland donated 30 generators to Moldova.
        AID occurred reported IND>MDV | India extended a credit line to the Maldives.
        AID future reported CAN>UKR | Canada is to give Ukraine drones worth 200 million dollars.
        AID occurred reported KWT>SYR | Kuwait sent a plane of relief supplies to Syria.
        AID occurred reported AUS>TON | Australia delivers patrol boat to Tonga
        AID occurred reported UNO>HTI | UNICEF flew vaccines to Haiti.
        AID hypothetical reported DEU>UKR | Germany is considering sending Ukraine long-range missiles.
        AID occurred reported GBR>JAM | Britain rushed emergency supplies to Jamaica after the storm.
        AID occurred reported RUS>BFA | Russia provides Burkina Faso with military equipment
        AID occurred reported JPN>LKA | Japan granted Sri Lanka debt relief.
        AID future reported NZL>SLB | New Zealand promised the Solomon Islands police trucks.
        CONCEDE occurred reported RUS>GEO | Russia lifted visa rules for Georgians.
        CONCEDE occurred reported ISR>LBN | Israel frees four Lebanese detainees
        CONCEDE occurred reported USA>BLR | The United States eased sanctions on Belarus's airline.
        CONCEDE occurred reported TUR>ARM | Turkey reopened its airspace to Armenian airliners.
        CONCEDE occurred reported CHN>LTU | China quietly dropped its curbs on Lithuanian goods.
        CONCEDE occurred reported UGA>KEN | Uganda released two Kenyan activists.
        CONCEDE occurred reported AZE>FRA | Azerbaijan pardoned a French national.
        CONCEDE future reported USA>CHE | US to cut tariffs on Swiss goods
        CONCEDE occurred reported SRB>XKX | Serbia lifted its block on Kosovo's exports.
        CONCEDE occurred reported EUU>SYR | The EU suspended its sanctions on Syrian banks.
        CONCEDE occurred reported NIC>VAT | Nicaragua frees bishop, sends him to Vatican
        ?CONCEDE occurred reported IND>BGD | India restored transit rights for Bangladeshi trucks.
        CONCEDE occurred reported POL>BLR | Poland reopened two border crossings with Belarus.
        CONCEDE occurred reported ECU>COL | Ecuador scrapped the security tax on Colombian goods.
        CONCEDE occurred reported GBR>SYR | Britain removes sanctions on Syrian ministries
        CONCEDE occurred reported MMR>JPN | Myanmar released a Japanese retailer's manager.
        ?CONCEDE occurred reported SAU>IRN | Saudi Arabia relaxed its rules for Iranian pilgrims.
        CONCEDE occurred reported USA>TUR | Washington exempted Turkey from the steel duties.
        CONCEDE occurred reported HUN>EUU | Hungary lifted its veto on the EU's aid fund.
        CONCEDE occurred reported BEN>NER | Benin unblocked oil shipments from Niger.
        RETREAT occurred reported TUR>SYR | Turkey withdrew its troops from three bases in Syria.
        RETREAT occurred reported IND+CHN | India, China pull back troops from disputed plateau
        RETREAT occurred reported FRA>CIV | France handed back its base in Ivory Coast.
        RETREAT future reported UGA>COD | Uganda will pull its soldiers out of Congo.
        RETREAT occurred reported RUS>AZE | Russian peacekeepers left Azerbaijan.
        RETREAT occurred reported USA>JPN | US moves marines off Okinawa, starting withdrawal from Japan
        RETREAT occurred reported KEN>SOM | Kenyan troops vacated an outpost in southern Somalia.
        RETREAT occurred reported ISR>SYR | Israel's army pulled out of a village in Syria.
        RETREAT future reported GBR>EST | Britain plans to withdraw a battalion from Estonia.
        RETREAT occurred reported ARM+AZE | The ceasefire between Armenia and Azerbaijan came into effect on Monday.
        RETREAT occurred reported ERI>ETH | Eritrea began the withdrawal of its forces from Ethiopia.
        ?RETREAT occurred reported DEU>MLI | Germany flew its last soldiers home from Mali.
        RETREAT occurred reported ZAF>COD | South African soldiers retreated from the Congolese city of Goma.
        ?RETREAT occurred reported THA>KHM | Thailand pulls heavy weapons back from Cambodian border
        RETREAT occurred reported ARE>YEM | The UAE withdrew its remaining forces from Yemen.
        RETREAT occurred reported ITA>NER | Italy reduced its troops in Niger.
        ?RETREAT occurred reported USA>POL | The United States moved a missile battery home from Poland, closing its base.
        RETREAT occurred reported CHN>IND | China's troops fell back from the Indian side of the pass.
        RETREAT future reported NLD>IRQ | Dutch troops to leave Iraq in May
        RETREAT occurred reported ISR+PSE | The truce between Israel and Hamas went into effect at noon.
        """
}
