import Testing

@testable import Curation

/// Invented sentences that name states, their adjectives and office holders: `language CODES | sentence`.
@Suite("Names in other languages")
struct LanguageNamesTests {
    static let sentences = """
        fr TGO+GHA | Une délégation togolaise a été reçue par la ministre ghanéenne du commerce
        fr NER+NGA | Le gouvernement nigérien a remercié les autorités nigérianes
        fr KHM+THA | Les négociateurs cambodgiens et thaïlandais se retrouvent jeudi
        fr RUS+UKR | Poutine et Zelensky se parlent par l'entremise d'un pays tiers
        fr ISR+LBN | Netanyahou écrit au président Joseph Aoun
        fr NZL+FJI | L'ambassadrice néo-zélandaise a rencontré des responsables fidjiens
        fr KGZ+TJK | Les gardes-frontières kirghizes et tadjiks ont échangé des cartes
        fr ZAF+BWA | Le président sud-africain attend une réponse botswanaise
        fr DZA+IRN | La lettre de l'Algérie attend la réponse de l’Iran
        fr UNO+ISR | Un rapport de l'ONU dérange le ministre d'Israël
        es ECU+PER | La canciller ecuatoriana habló con los ministros peruanos
        es HND+SLV | Las autoridades hondureñas aceptan la oferta salvadoreña
        es RUS+UKR | Putin y Zelenski intercambian cartas
        es IRN+OMN | El ministro Abás Araqchí viaja invitado por el sultán omaní
        es KOR+PRK | Los enviados surcoreanos esperan a los norcoreanos
        es MAR+MRT | El rey marroquí escribe al presidente mauritano
        es POL+SVK | El Gobierno polaco y el eslovaco firman en la frontera
        es PHL+VNM | Barcos filipinos y vietnamitas vigilan el arrecife
        pt AGO+COD | O presidente angolano recebeu a ministra congolesa
        pt MOZ+MWI | As autoridades moçambicanas e malauianas reabrem a ponte
        pt BRA+PRY | O chanceler brasileiro e a ministra paraguaia conversaram
        pt DEU+FRA | Os alemães e os franceses apoiam a proposta
        pt GRC+TUR | O embaixador grego e o ministro turco encontraram-se
        pt UKR+LVA | Uma delegação ucraniana visita o parlamento letão
        de EST+LVA | Der estnische Botschafter dankte der lettischen Regierung
        de NER+NGA | Die nigrische Regierung wirft den nigerianischen Behörden Untätigkeit vor
        de RUS+UKR | Lawrow lehnt den Vorschlag von Selenskyj ab
        de KGZ+TJK | Kirgisische und tadschikische Unterhändler beraten weiter
        de ARM+AZE | Paschinjan und Alijew wollen sich im Mai sprechen
        de KOR+JPN | Südkoreanische und japanische Diplomaten tagten
        de ISR+SYR | Netanjahu und al-Scharaa lassen Boten reden
        de MKD+BGR | Die nordmazedonische Delegation reiste zum bulgarischen Präsidenten
        ru KGZ+TJK | Киргизская делегация ждёт ответа таджикских дипломатов
        ru SRB+XKX | Сербский министр и косовские представители не договорились
        ru FRA+DEU | Макрона и Мерца пригласили вместе
        ru ISR+LBN | Ливанское правительство ответило на письмо Нетаньяху
        ru IRN+OMN | Аракчи поблагодарил оманского султана
        ru KAZ+UZB | Токаев и Мирзиёев обменялись письмами
        ru VNM+KHM | Вьетнамские рыбаки и камбоджийские пограничники
        ru ETH+EGY | Египетский посол возразил эфиопскому министру
        tr ARM+AZE | Paşinyan ile Aliyev aynı masada
        tr KGZ+KAZ | Kırgız heyeti Tokayev ile bir araya geldi
        tr SYR+LBN | Suriyeli bakan Şeybani, Lübnanlı mevkidaşına yazdı
        tr IRN+OMN | Arakçi, Ummanlı bakanı aradı
        tr RUS+UKR | Lavrov, Ukraynalı yetkililere yanıt verdi
        tr GRC+BGR | Yunan ve Bulgar diplomatlar toplandı
        ar ETH+EGY | الوفد الإثيوبي ينتظر الرد المصري
        ar RUS+UKR | لافروف يرد على زيلينسكي
        ar SDN+TCD | البرهان يتلقى رسالة من المسؤولين التشاديين
        ar ISR+LBN | نتنياهو يبعث برسالة إلى جوزيف عون
        ar IRN+OMN | عراقجي يشكر البوسعيدي
        ar KOR+JPN | الوزير الكوري الجنوبي يتصل بنظيره الياباني
        ar FRA+DEU | ماكرون وميرتس يتفقان على موعد
        ar ARM+AZE | باشينيان وعلييف في جلسة واحدة
        fa ARM+AZE | پاشینیان و علی‌اف گفت‌وگو کردند
        fa IRN+OMN | عراقچی از البوسعیدی تشکر کرد
        fa RUS+UKR | لاوروف به زلنسکی پاسخ داد
        fa FRA+DEU | ماکرون و مرتس نامه نوشتند
        fa ISR+LBN | نتانیاهو به جوزف عون نامه نوشت
        fa JPN+IND | تاکائیچی با مودی دیدار کرد
        """.split(separator: "\n").map(String.init)

    @Test("states, adjectives and holders of offices are known", arguments: sentences)
    func sentence(_ line: String) throws {
        let halves = line.split(separator: "|", maxSplits: 1)
        let fields = try #require(halves.first).split(separator: " ").map(String.init)
        let text = try #require(halves.last).drop { $0 == " " }.description
        let codes = study(text + ".", language: fields[0]).body.mentions.map(\.code).filter { !$0.isEmpty }
        #expect(Set(codes) == Set(fields[1].split(separator: "+").map(String.init)))
    }
}
