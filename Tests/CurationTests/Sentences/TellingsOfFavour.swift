/// Invented sentences: support, aid, easing and withdrawal.
extension Tellings {
    static let favour = """
        SUPPORT occurred confirmed NZL>FJI | New Zealand praised Fiji for taking in the stranded crew.
        SUPPORT occurred confirmed ESP>PSE | Spain formally recognised the State of Palestine on Tuesday.
        SUPPORT occurred confirmed CHN>PAK | China reaffirms support for Pakistan in water dispute
        ?SUPPORT occurred confirmed DEU>MDA | Germany's chancellor assured Moldova of Berlin's backing on its path to the EU.
        SUPPORT occurred confirmed IND>LKA | India hailed Sri Lanka's decision to reopen the port.
        SUPPORT occurred confirmed CAN>UKR | Canada stands by Ukraine, foreign minister says
        SUPPORT occurred confirmed KEN>SOM | Kenya's president congratulated Somalia on joining the trade bloc.
        SUPPORT occurred confirmed TUR>AZE | Turkey voiced solidarity with Azerbaijan after the crash.
        SUPPORT occurred confirmed EUU>ARM | EU welcomes Armenia's reforms
        SUPPORT occurred confirmed POL>LTU | Poland thanked Lithuania for its help in fighting the fires.
        SUPPORT occurred confirmed BRA>ARG | Brazil backs Argentina's claim to islands at regional summit
        SUPPORT occurred confirmed JPN>PHL | Japan endorsed the Philippines' stand on the shoal.
        SUPPORT occurred confirmed QAT>LBN | Qatar expressed its full support for Lebanon's sovereignty.
        SUPPORT occurred confirmed GBR>CYP | Britain's prime minister applauded Cyprus for hosting the talks.
        SUPPORT occurred confirmed SAU>SYR | Saudi Arabia commended Syria for its steps against smuggling.
        SUPPORT occurred confirmed FRA>GRC | France has pledged its solidarity with Greece over the airspace.
        SUPPORT occurred confirmed UNO>TCD | The UN refugee chief paid tribute to Chad for keeping its border open.
        SUPPORT future reported IRL>PSE | Ireland will recognise Palestine next month.
        SUPPORT occurred confirmed NOR>ISL | Norway offered its condolences to Iceland after the eruption.
        SUPPORT occurred confirmed USA>JPN | US reassures Japan over defence commitment
        AID occurred reported KOR>NPL | South Korea delivered 30 ambulances to Nepal on Wednesday.
        AID future reported DNK>UKR | Denmark will send Ukraine another 18 howitzers.
        AID future confirmed CAN>HTI | Canada pledges $60 million for Haiti's police
        ?AID occurred reported TUR>SYR | Turkey has begun supplying electricity to Syria free of charge.
        AID occurred reported USA>TWN | US approves $400 million arms sale to Taiwan
        ?AID occurred reported ARE>SDN | A UAE plane carrying 40 tonnes of medicine landed in Port Sudan.
        AID future reported CHN>CUB | China to donate 60,000 tonnes of rice to Cuba
        AID occurred reported IND>MMR | India flew field hospitals to Myanmar after the quake.
        AID future reported EUU>MDA | The European Union will lend Moldova 250 million euros to fill its gas stores.
        AID occurred reported DEU>UKR | Germany handed over two more air defence systems to Ukraine.
        AID occurred reported UNO>YEM | The World Food Programme resumed food deliveries in northern Yemen.
        AID occurred reported NLD>UKR | The Netherlands has transferred six more F-16s to Ukraine.
        AID future confirmed JPN>TUV | Japan promised Tuvalu a grant to build sea walls.
        AID occurred reported QAT>LBN | Qatar donates fuel to Lebanese army
        AID future confirmed NOR>MWI | Norway announced 300 million crowns in drought relief for Malawi.
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
        CONCEDE future confirmed EUU>ZWE | The EU will lift its arms embargo on Zimbabwe, the bloc's foreign policy chief said.
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
}
