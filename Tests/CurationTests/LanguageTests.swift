import Testing

@testable import Curation

/// Headlines that we made up in the languages read without grammar: `language TYPE parties | headline`.
@Suite("Acts and their parties in other languages")
struct LanguageTests {
    static let headlines = """
        fr CONSULT FRA+MAR | Le président français rencontre le roi du Maroc à Rabat pour discuter de la pêche
        fr SANCTION CAN+BLR | Le Canada impose de nouvelles sanctions à la Biélorussie
        fr ACCUSE DZA+MLI | L'Algérie accuse le Mali de violer son espace aérien
        fr AGREE SEN+MRT | Le Sénégal et la Mauritanie signent un accord sur le gaz
        es CONSULT PER+CHL | El presidente de Perú se reunió con su homólogo de Chile en Lima
        es SANCTION CAN+VEN | Canadá impone nuevas sanciones a Venezuela
        es ACCUSE COL+ECU | Colombia acusa a Ecuador de violar su frontera
        es AGREE BOL+PRY | Bolivia y Paraguay firmaron un acuerdo sobre el río
        pt CONSULT BRA+ARG | O presidente do Brasil se reuniu com o presidente da Argentina em Brasília
        pt SANCTION CAN+BLR | O Canadá anuncia novas sanções contra a Bielorrússia
        pt ACCUSE AGO+RWA | Angola acusa Ruanda de violar a trégua
        pt AGREE BRA+PRY | Brasil e Paraguai assinaram um acordo sobre energia
        de CONSULT DEU+POL | Der deutsche Außenminister traf sich in Warschau mit seinem polnischen Kollegen
        de SANCTION CAN+BLR | Kanada verhängt neue Sanktionen gegen Belarus
        de ACCUSE EST+RUS | Estland wirft Russland die Verletzung seines Luftraums vor
        de AGREE AUT+HUN | Österreich und Ungarn einigten sich auf ein Abkommen über Strom
        ru CONSULT KAZ+UZB | Президент Казахстана провел переговоры с президентом Узбекистана в Ташкенте
        ru SANCTION CAN+BLR | Канада ввела новые санкции против Белоруссии
        ru ACCUSE ARM+AZE | Армения обвинила Азербайджан в обстреле границы
        ru AGREE GEO+TUR | Грузия и Турция подписали соглашение о таможне
        tr CONSULT TUR+IRQ | Dışişleri Bakanı Fidan, Irak Dışişleri Bakanı ile Bağdat'ta görüştü
        tr SANCTION CAN+BLR | Kanada'dan Belarus'a yeni yaptırımlar
        tr ACCUSE GRC+LBY | Yunanistan, Libya'yı deniz anlaşması nedeniyle kınadı
        tr AGREE TUR+GEO | Türkiye ile Gürcistan gümrük anlaşması imzaladı
        ar CONSULT EGY+QAT | وزير الخارجية المصري يلتقي نظيره القطري في الدوحة
        ar SANCTION CAN+BLR | كندا تفرض عقوبات جديدة على بيلاروسيا
        ar ACCUSE DZA+MLI | الجزائر تدين هجوم مالي على حدودها
        ar AGREE JOR+IRQ | الأردن والعراق يوقعان اتفاقية حول المياه
        fa CONSULT IRN+OMN | وزیر خارجه ایران با همتای عمانی خود در مسقط دیدار کرد
        fa SANCTION CAN+BLR | کانادا تحریم‌های جدیدی علیه بلاروس اعمال کرد
        fa ACCUSE IRN+AZE | ایران جمهوری آذربایجان را محکوم کرد
        de CONSULT ETH+ERI | Äthiopien und Eritrea verhandeln in Maskat über die Grenze
        ru CONSULT ETH+ERI | Эфиопия и Эритрея начали переговоры в Маскате
        ar CONSULT ETH+ERI | إثيوبيا وإريتريا تجريان محادثات في مسقط
        fr CONSULT ETH+ERI | L'Éthiopie et l'Érythrée poursuivent leurs pourparlers à Mascate
        fa AGREE IRN+PAK | ایران و پاکستان توافقنامه گاز امضا کردند
        """.split(separator: "\n").map(String.init)

    @Test("the act and its parties are read", arguments: headlines)
    func headline(_ line: String) throws {
        let halves = line.split(separator: "|", maxSplits: 1)
        let fields = try #require(halves.first).split(separator: " ").map(String.init)
        let text = try #require(halves.last).drop { $0 == " " }.description
        let coded = study(text + ".", title: text, language: fields[0]).coded
        let event = try #require(coded.events.first)
        #expect(event.type.rawValue == fields[1])
        #expect(Set(event.actors + event.recipients) == Set(fields[2].split(separator: "+").map(String.init)))
    }

    @Test("none of these languages is published without review", arguments: headlines)
    func review(_ line: String) throws {
        let halves = line.split(separator: "|", maxSplits: 1)
        let text = try #require(halves.last).description
        let article = Curator(lexicon: lexicon).curate(
            ArticleText(title: text, text: "", language: String(line.prefix(2))))
        #expect(article.decision != .kept)
    }
}
