extension LabelledItem {
    /// Invented items in German: `TYPE PARTIES | headline | opening`, `-` for what is no diplomacy.
    static let german = """
        CONSULT DEU,POL | Berlin und Warschau beraten über Grenzkontrollen | Der deutsche Außenminister ist am Dienstag mit seinem polnischen Amtskollegen in Warschau zusammengetroffen.
        AGREE AUT,HUN | Österreich und Ungarn unterzeichnen Stromvertrag | Beide Regierungen unterzeichneten am Donnerstag ein Abkommen über Leitungen.
        SANCTION EUU,BLR | EU verhängt weitere Sanktionen gegen Belarus | Die Europäische Union hat Sanktionen gegen belarussische Fluglinien beschlossen.
        ACCUSE EST,RUS | Tallinn wirft Moskau Luftraumverletzung vor | Die estnische Regierung wirft Russland vor, zwei Hubschrauber über die Grenze geschickt zu haben.
        REJECT SRB,XKX | Belgrad lehnt Vorschlag Pristinas ab | Serbien hat den Plan des Kosovo für die Nordgemeinden zurückgewiesen.
        REQUEST DEU,ISR | Bundesregierung fordert Israel zu mehr Hilfslieferungen auf | Außenminister Wadephul forderte die israelische Regierung auf, Übergänge zu öffnen.
        THREATEN CHN,TWN | Peking droht Taipeh mit Konsequenzen | China warnte Taiwan vor einem Besuch des Präsidenten in den USA.
        AID CHE,BGD | Schweiz gibt Bangladesch Nothilfe | Bern stellt zehn Millionen Franken für Flutopfer bereit, teilte das Außenministerium mit.
        CONSULT FRA,DEU | Macron kommt am Freitag nach Berlin | Der französische Präsident wird Bundeskanzler Merz zu Gesprächen über Verteidigung treffen.
        SANCTION CZE,RUS | Prag weist russischen Diplomaten aus | Tschechien hat einen Mitarbeiter der russischen Botschaft zur unerwünschten Person erklärt.
        SUPPORT DNK,UKR | Kopenhagen sagt Kiew weitere Unterstützung zu | Dänemark bekräftigte seine Unterstützung für die Ukraine.
        CONSULT ETH,ERI | Äthiopien und Eritrea verhandeln in Maskat | Unterhändler beider Länder nahmen unter Vermittlung Omans Gespräche auf.
        ACCUSE UNO,SDN | Vereinte Nationen verurteilen Angriff im Sudan | Die UN verurteilten den Beschuss eines Krankenhauses und riefen die sudanesische Armee zur Mäßigung auf.
        CONCEDE IRN,FRA | Teheran lässt zwei Franzosen frei | Der Iran hat zwei inhaftierte französische Staatsbürger freigelassen.
        AGREE IND,GBR | Indien und Großbritannien einigen sich auf Zollabkommen | London und Neu-Delhi haben sich auf niedrigere Zölle geeinigt.
        MOBILIZE USA,VEN | USA verlegen Kriegsschiffe vor Venezuela | Washington hat zwei Zerstörer in die Karibik entsandt; Caracas spricht von einer Drohung.
        - | Freiburg verliert in Bremen | Ein später Treffer entschied die Partie.
        - | Notenbank senkt Leitzins nicht | Die Inflation lag im Februar bei 2,4 Prozent.
        - | Gericht verurteilt früheren Bürgermeister | Der Mann hatte Aufträge gegen Geld vergeben.
        - | Bahn und Gewerkschaft verhandeln weiter | Die Tarifgespräche in Fulda wurden vertagt.
        - | Koalition streitet über Rente | Die SPD fordert Nachbesserungen am Entwurf.
        - | Autobauer verkauft Werk an chinesischen Konzern | Der Vertrag soll im Mai unterzeichnet werden.
        - | Lawine in Tirol: zwei Tote | Die Bergrettung suchte bis in die Nacht.
        - | Filmfest München zeigt 140 Werke | Eröffnet wird mit einer Komödie aus Polen.
        - | Zoll findet 300 Kilo Kokain in Hamburg | Drei Verdächtige sitzen in Untersuchungshaft.
        - | Raketen treffen Wohnhaus in Odessa | Vier Menschen wurden nach Behördenangaben verletzt.
        - | Biathlon: Norwegerin gewinnt Sprint | Die Deutschen kamen nicht unter die ersten zehn.
        - | Staatsanwaltschaft klagt Ex-Minister an | Ihm wird Untreue vorgeworfen.
        - | Fünf Rezepte mit Schweizer Käse | So gelingt das Fondue.
        - | Forscher entdecken Wrack vor Rügen | Das Schiff sank 1715.
        - | Wiener Stadtrat beschließt Radweg | Der Bau beginnt im Herbst.
        - | Benzin wird in Österreich teurer | Autofahrer zahlen im Schnitt 1,62 Euro.
        CONSULT ITA,TUN | Rom und Tunis sprechen über Boote | Die italienische Regierungschefin telefonierte mit dem tunesischen Präsidenten.
        SANCTION USA,CUB | Washington friert Konten kubanischer Generäle ein | Die US-Regierung wirft ihnen Gewalt gegen Demonstranten vor.
        REJECT IRN,USA | Teheran schließt Treffen in Oslo aus | Der Iran lehnt Gespräche mit den USA unter Druck ab.
        AID JPN,PHL | Tokio schenkt Manila Küstenwachschiffe | Japan liefert den Philippinen zwei Boote, teilte die Botschaft mit.
        ACCUSE TCD,SDN | Tschad macht Sudan für Angriff verantwortlich | N'Djamena beschuldigte Khartum, Rebellen zu bewaffnen.
        CONCEDE CHN,AUS | Peking hebt Zölle auf australischen Wein auf | China streicht die Abgaben von 2021 im nächsten Monat.
        AGREE ARM,TUR | Eriwan und Ankara öffnen Grenzübergang | Armenien und die Türkei vereinbarten die Öffnung der Brücke im Mai.
        - | Deutschland schlägt Spanien im Handball | Im Finale wartet Dänemark.
        - | Griechischer Frachter vor Portugal gestrandet | Die philippinische Besatzung wurde gerettet.
        - | Chinesischer Konzern kauft Mine in Chile | Der Vertrag hat einen Wert von 700 Millionen Dollar.
        - | Russischer Angriff auf Charkiw fordert vier Tote | Der ukrainische Gouverneur sprach von zerstörten Häusern.
        - | Belgische Parteien verhandeln über Haushalt | Die flämischen Liberalen lehnen Steuererhöhungen ab.
        """
}
