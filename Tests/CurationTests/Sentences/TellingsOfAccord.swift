/// Invented sentences: talks, deals and joint acts.
extension Tellings {
    static let accord = """
        CONSULT occurred reported PRT+MAR | Portugal's foreign minister flew to Rabat on Tuesday for talks with his Moroccan counterpart.
        CONSULT future reported KEN+ETH | Kenya and Ethiopia will hold a second round of border talks in Moyale next week.
        CONSULT occurred reported VNM+LAO | Vietnam's president received the prime minister of Laos at the presidential palace in Hanoi.
        CONSULT occurred reported CAN+IND | Canada, India hold first security dialogue in two years
        CONSULT future reported SRB+XKX | Serbia and Kosovo envoys to meet in Brussels on Thursday
        CONSULT occurred reported FIN+EST | The leaders of Finland and Estonia spoke by phone on Monday about damaged cables.
        CONSULT future on_record GHA+CIV | Ghana's president will travel to Abidjan on Friday to discuss cocoa prices with his Ivorian counterpart, his office said.
        CONSULT negated reported ARM+AZE | No talks between Armenia and Azerbaijan are planned this month.
        CONSULT hypothetical reported PER+BOL | Peru and Bolivia may resume talks on the lake in spring.
        ?CONSULT occurred reported EGY+SDN | Egypt's intelligence chief was in Port Sudan on Sunday to see Sudanese generals.
        CONSULT occurred reported JPN+PHL | Japan's prime minister arrived in Manila on Wednesday for a two-day visit.
        CONSULT occurred reported BRA+COL | Brazilian, Colombian presidents discuss Amazon in phone call
        CONSULT occurred reported RUS+MNG | Mongolian leader hosts Russian premier for gas talks
        ?CONSULT future reported USA+KAZ | US envoy heads to Kazakhstan for minerals talks
        CONSULT occurred reported CHE+CHN | Swiss and Chinese negotiators wrapped up three days of trade talks in Geneva on Saturday.
        CONSULT occurred reported TCD+SDN~QAT | Qatar is mediating between Chad and Sudan over the closed crossing.
        CONSULT occurred reported POL+UKR | Poland's president met his Ukrainian counterpart on the sidelines of the forum.
        CONSULT future reported THA+KHM | Thailand and Cambodia are expected to sit down in Kuala Lumpur on 12 March.
        CONSULT future unconfirmed ERI+ETH | Eritrean and Ethiopian officials are to meet secretly in Nairobi, two diplomats said.
        CONSULT occurred reported NOR+EUU | Norway's trade minister held talks with the European Commission in Brussels on fish quotas.
        AGREE occurred reported CHL+ARG | Chile and Argentina signed an agreement on shared use of the pass on Monday.
        AGREE occurred reported TUR+IRQ | Turkey, Iraq reach deal to restart oil pipeline
        AGREE occurred reported UGA+RWA | Uganda and Rwanda agreed on Friday to reopen their embassies by June.
        AGREE occurred reported IDN+AUS | Indonesia and Australia sealed a defence pact in Jakarta.
        AGREE occurred reported ISL+GBR | Iceland and Britain struck a deal on cod quotas after a week of talks.
        AGREE occurred reported MDA+EUU | Moldova inks gas accord with EU
        AGREE occurred reported IND+PAK | India and Pakistan have agreed to extend the truce along the frontier.
        AGREE negated reported SRB+XKX | Serbia and Kosovo failed to reach an agreement on car plates.
        AGREE future reported JPN+PER | Japan and Peru are set to sign a free trade agreement in Lima on 20 March.
        AGREE occurred reported CMR+NGA | Cameroon and Nigeria concluded a treaty on their maritime border on Thursday.
        AGREE occurred reported NLD+IDN | The Netherlands and Indonesia finalised an accord on the return of artefacts.
        AGREE occurred reported KGZ+TJK | Kyrgyzstan, Tajikistan settle border dispute with land swap deal
        AGREE hypothetical reported USA+CHE | Switzerland and the United States could reach a tariff deal within weeks.
        AGREE occurred on_record DNK+DEU | Denmark and Germany have agreed to build a joint sea cable, the Danish energy minister said.
        AGREE occurred reported ZMB+COD | Zambia and the Democratic Republic of Congo initialled a power agreement.
        AGREE occurred reported HUN+SVK | Hungary and Slovakia signed a memorandum of understanding on gas storage.
        AGREE occurred reported ISR+LBN | Israel and Lebanon agree to extend ceasefire by a month
        AGREE occurred reported UNO+AFG | The United Nations and the Taliban reached an understanding on aid flights.
        AGREE occurred reported NAT+IRL | NATO and Ireland clinch cyber defence accord
        AGREE occurred reported GUY+SUR | Guyana joined Suriname in a pact to share the costs of the bridge.
        COOPERATE occurred reported UKR+RUS | Ukraine and Russia exchanged 120 prisoners of war on Thursday.
        COOPERATE occurred reported EGY+GRC | Egypt and Greece have begun laying the power cable that links their grids.
        COOPERATE occurred reported KEN+TZA | Kenyan and Tanzanian police carried out a joint operation against ivory smugglers.
        COOPERATE occurred reported FRA+DEU | France and Germany jointly launched a satellite that watches the ice.
        ?COOPERATE occurred reported ARE+IND | UAE, India start trading in rupees under new payment system
        COOPERATE occurred reported FIN+SWE | Finland and Sweden opened a joint border post on Monday.
        COOPERATE occurred reported AZE+ARM | Azerbaijan and Armenia swap prisoners in step towards peace
        COOPERATE occurred reported SGP+AUS | Singapore and Australia are working together to restore the harbour's cranes.
        COOPERATE occurred reported ISR+LBN | Israel and Hezbollah exchanged the remains of soldiers at the crossing.
        COOPERATE occurred reported BRA+PRY | Brazil and Paraguay shared intelligence that led to the smugglers' arrest.
        COOPERATE occurred reported THA+MYS | Thai and Malaysian coast guards conducted a joint search for the missing ferry.
        COOPERATE occurred reported CHN+LAO | China, Laos open cross-border railway
        ?COOPERATE occurred reported NOR+DNK | Norway and Denmark are jointly producing shells at a plant near Aalborg.
        ?COOPERATE occurred reported ESP+MAR | Spain and Morocco resumed joint patrols of the strait in a sign of warmer ties.
        COOPERATE occurred reported USA+MEX | US and Mexican agents cooperated in closing a tunnel under the border.
        COOPERATE occurred reported JPN+KOR | Japan and South Korea restarted their currency swap on Monday.
        COOPERATE occurred reported RUS+USA | Russia and the United States carried out a prisoner swap at Ankara airport.
        ?COOPERATE occurred reported EST+LVA | Estonia and Latvia have linked their emergency alert systems.
        COOPERATE future reported IRN+PAK | Iran and Pakistan will jointly patrol their border from April.
        COOPERATE occurred reported GEO+TUR | Georgia and Turkey put into force their agreement on customs data.
        """

    /// Written after the rules of the sentences above.
    static let furtherAccord = """
        CONSULT occurred reported ITA+TUN | Italy's interior minister travelled to Tunis on Monday to discuss migrant boats.
        CONSULT future reported GRC+TUR | Greek and Turkish foreign ministers will meet in Athens on 18 March.
        CONSULT occurred reported ZAF+NGA | South African and Nigerian officials concluded consultations on visas in Abuja.
        CONSULT occurred reported IRN+IRQ | Iran's foreign minister visited Baghdad on Sunday.
        CONSULT future on_record MEX+GTM | Mexico's president will host her Guatemalan counterpart in Tapachula on Friday, her office said.
        CONSULT occurred reported KOR+JPN | South Korea, Japan hold defence talks in Seoul
        CONSULT negated reported SDN+ARE | Sudan and the UAE are not holding talks.
        CONSULT hypothetical reported USA+VEN | US envoy could meet Venezuelan leader, lawmaker says
        CONSULT occurred reported POL+LTU+LVA | The presidents of Poland, Lithuania and Latvia gathered in Vilnius on Thursday.
        CONSULT occurred reported MYS+SGP | Malaysia's premier telephoned his Singaporean counterpart about the water deal.
        ?CONSULT future reported UKR+SVK | Ukraine and Slovakia agreed to hold a joint cabinet meeting in Uzhhorod in April.
        CONSULT occurred reported EUU+IND | EU and Indian negotiators resumed trade talks in Brussels.
        ?CONSULT occurred reported OMN+YEM | Omani mediators met Houthi leaders in Sanaa.
        CONSULT future reported KGZ+UZB | Kyrgyz leader to visit Tashkent next month
        CONSULT occurred reported ARG+CHL | Argentina's and Chile's foreign ministers spoke by telephone about the fires.
        CONSULT occurred reported ISL+DNK | Iceland's prime minister was received in Nuuk by Greenland's premier.
        CONSULT occurred reported DOM+HTI | Dominican and Haitian officials sat down in Santo Domingo to discuss the canal.
        CONSULT future reported NPL+IND | Nepal's foreign minister is due in New Delhi on Tuesday for talks with his Indian counterpart.
        CONSULT occurred reported RUS+TUR | Russian and Turkish presidents discuss grain in Sochi
        CONSULT future unconfirmed ISR+SYR | Israeli and Syrian officials are expected to meet in Baku, people familiar with the matter said.
        AGREE occurred reported EGY+CYP | Egypt and Cyprus signed a gas deal on Monday.
        AGREE occurred reported RWA+COD | Rwanda, DR Congo sign peace accord in Doha
        AGREE occurred reported PAK+SAU | Pakistan and Saudi Arabia concluded a mutual defence pact.
        AGREE occurred reported THA+MMR | Thailand and Myanmar agreed to reopen two bridges.
        AGREE occurred reported USA+VNM | United States and Vietnam reach trade agreement
        AGREE occurred on_record BOL+BRA | Bolivia and Brazil have reached a deal on gas prices, Bolivia's energy minister said.
        AGREE future reported EUU+AUS | The EU and Australia are close to signing a security partnership.
        AGREE negated reported ETH+EGY | Ethiopia and Egypt did not reach a deal on the dam.
        AGREE occurred reported CAN+PHL | Canada and the Philippines signed a visiting forces agreement in Manila.
        AGREE occurred reported TUR+ARM | Turkey and Armenia agreed to open the border to third-country citizens.
        AGREE occurred reported SWE+UKR | Sweden and Ukraine signed a letter of intent on fighter jets.
        AGREE occurred reported GBR+MUS | Britain and Mauritius sealed a treaty on the islands.
        AGREE occurred reported NOR+RUS | Norway, Russia strike deal on cod quota
        ?AGREE occurred reported LBY+TUN | Libya and Tunisia agreed on joint patrols of the crossing.
        AGREE occurred reported SLV+USA | El Salvador and the United States signed a nuclear cooperation agreement.
        AGREE hypothetical reported IND+USA | India and the US may clinch a trade deal by May.
        AGREE occurred reported ROU+MDA | Romania and Moldova ratified an accord on recognising diplomas.
        AGREE occurred reported IDN+FRA | Indonesia and France signed a statement of intent on submarines.
        AGREE occurred reported GHA+TGO | Ghana and Togo accepted a compromise on their sea border.
        ?AGREE occurred reported AZE+GEO | Azerbaijan and Georgia extended their gas transit contract, sealing a deal worth billions.
        ?COOPERATE occurred reported USA+COL | US and Colombian navies seized three tonnes of cocaine in a joint operation.
        COOPERATE occurred reported GRC+BGR | Greece and Bulgaria opened a gas pipeline between their grids.
        COOPERATE occurred reported RUS+UKR | Russia and Ukraine swap bodies of soldiers
        COOPERATE occurred reported QAT+TUR | Qatar and Turkey launched a joint venture that builds drones.
        ?COOPERATE occurred reported KAZ+UZB | Kazakhstan and Uzbekistan began building a shared dam.
        COOPERATE occurred reported ESP+PRT | Spain and Portugal jointly fought the fires along their border.
        COOPERATE occurred reported FRA+MLT | French and Maltese police cooperated in the arrest of a smuggler.
        COOPERATE occurred reported IND+BTN | India, Bhutan inaugurate rail link
        ?COOPERATE occurred reported PER+ECU | Peru and Ecuador restarted cross-border bus services.
        COOPERATE occurred reported AUS+NZL | Australia and New Zealand carried out a joint evacuation from the island.
        COOPERATE occurred reported IRN+ARM | Iran and Armenia exchanged prisoners at the Norduz crossing.
        COOPERATE occurred reported CZE+SVK | Czech and Slovak engineers jointly repaired the power line.
        COOPERATE occurred reported KEN+UGA | Kenya extradited a murder suspect to Uganda.
        COOPERATE occurred reported DEU+POL | Germany and Poland began joint controls on trains.
        ?COOPERATE occurred reported JPN+GBR+ITA | Japan, Britain and Italy are jointly developing a fighter jet.
        COOPERATE occurred reported USA+MEX | Mexico hands over 12 cartel bosses to US
        COOPERATE occurred reported TUR+SYR | Turkey and Syria are working together against the militants.
        ?COOPERATE future reported SAU+JOR | Saudi Arabia and Jordan will cooperate on desalination.
        ?COOPERATE occurred reported PAK+CHN | Pakistan and China put their satellite agreement into effect.
        COOPERATE occurred reported LTU+POL | Lithuania and Poland have connected their power grids.
        """
}
