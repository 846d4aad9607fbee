extension LabelledItem {
    /// Invented items in Turkish: `TYPE PARTIES | headline | opening`, `-` for what is no diplomacy.
    static let turkish = """
        CONSULT TUR,IRQ | Ankara ile Bağdat su konusunu görüştü | Dışişleri Bakanı Fidan, Iraklı mevkidaşıyla Bağdat'ta bir araya geldi.
        AGREE TUR,GEO | Türkiye ve Gürcistan gümrük anlaşması imzaladı | İki ülkenin ticaret bakanları Batum'da anlaşmayı imzaladı.
        SANCTION EUU,BLR | AB'den Belarus'a yeni yaptırımlar | Avrupa Birliği, Belaruslu üç bankaya yaptırım kararı aldı.
        ACCUSE AZE,ARM | Bakü, Erivan'ı ateşkesi ihlal etmekle suçladı | Azerbaycan Savunma Bakanlığı, Ermenistan'ı sınırda ateş açmakla suçladı.
        REJECT SRB,XKX | Belgrad, Priştine'nin önerisini reddetti | Sırbistan hükümeti Kosova'nın planını reddetti.
        REQUEST TUR,ISR | Ankara'dan İsrail'e çağrı | Türkiye, İsrail'e Gazze'ye yardım geçişine izin vermesi çağrısında bulundu.
        THREATEN CHN,TWN | Pekin, Tayvan'ı uyardı | Çin, Tayvan'ın adımlarına karşılık vereceği uyarısında bulundu.
        AID TUR,SOM | Türkiye'den Somali'ye insani yardım | Ankara, Somali'ye iki gemi dolusu yardım gönderdi.
        CONSULT FRA,TUR | Macron perşembe günü Ankara'ya geliyor | Fransa Cumhurbaşkanı, Cumhurbaşkanı Erdoğan ile görüşecek.
        SANCTION POL,RUS | Polonya Rus diplomatı sınır dışı etti | Varşova, büyükelçilik görevlisini istenmeyen kişi ilan etti.
        SUPPORT TUR,SYR | Ankara Şam yönetimine desteğini yineledi | Türkiye, Suriye hükümetine destek verdi ve anlaşmayı memnuniyetle karşıladı.
        CONSULT ETH,ERI | Etiyopya ve Eritre Maskat'ta müzakerelere başladı | Heyetler Umman'ın arabuluculuğunda bir araya geldi.
        ACCUSE UNO,SDN | BM, Sudan'daki hastane saldırısını kınadı | Birleşmiş Milletler, Sudan ordusuna saldırıları durdurma çağrısı yaptı.
        CONCEDE IRN,FRA | İran iki Fransız vatandaşını serbest bıraktı | Tahran, Paris'in talebi üzerine tutukluları serbest bıraktı.
        AGREE IND,GBR | Hindistan ile İngiltere ticaret anlaşmasına vardı | İki ülke gümrük vergilerini düşürme konusunda anlaşmaya vardı.
        MOBILIZE GRC,TUR | Yunanistan Ege'de tatbikat başlattı | Atina, Türkiye'nin itirazına rağmen adalara savaş gemisi gönderdi.
        - | Göztepe deplasmanda kazandı | Tek gol ikinci yarıda geldi.
        - | Merkez Bankası faizi sabit tuttu | Enflasyon şubatta geriledi.
        - | Eski belediye başkanına hapis cezası | Mahkeme rüşvet suçundan beş yıl verdi.
        - | Meclis bütçeyi kabul etti | Muhalefet karşı oy kullandı.
        - | Öğretmenler greve gidiyor | Sendika ile bakanlık arasındaki görüşmeler sonuçsuz kaldı.
        - | Beyaz eşya üreticisi Alman şirketini satın aldı | Anlaşmanın değeri 300 milyon avro.
        - | Rize'de sel: iki ölü | Ekipler arama çalışmalarını sürdürüyor.
        - | Antalya'da film festivali başladı | Yarışmada on iki film var.
        - | Mersin'de uyuşturucu operasyonu | Polis dört kişiyi gözaltına aldı.
        - | Kuzey Nijerya'da köye saldırı: dokuz ölü | Saldırganların kaçtığı bildirildi.
        - | Voleybolda milli takım finalde | Rakip Sırbistan olacak.
        - | Savcılık eski bakan hakkında iddianame hazırladı | Dava haziranda başlayacak.
        - | Evde kolay Gürcü mantısı | Malzemeler ve yapılışı.
        - | Likya kazısında mozaik bulundu | Arkeologlar eseri beşinci yüzyıla tarihledi.
        - | Bursa'da yeni tramvay hattı açıldı | Hat on iki durak içeriyor.
        - | Akaryakıta zam geldi | Benzinin litresi iki lira arttı.
        CONSULT ITA,TUN | Roma ve Tunus göçü ele aldı | İtalya Başbakanı, Tunus Cumhurbaşkanı ile telefonda görüştü.
        SANCTION CAN,GEO | Kanada, Gürcü yetkililerin varlıklarını dondurdu | Ottawa beş Gürcü yetkiliye yaptırım uygulayacak.
        REJECT IRN,USA | Tahran, Washington ile görüşmeyi reddetti | İran, ABD ile baskı altında masaya oturmayacağını bildirdi.
        AID JPN,TUR | Japonya'dan Türkiye'ye deprem yardımı | Tokyo, Ankara'ya yeni bir hibe verdi.
        ACCUSE TCD,SDN | Çad, Sudan'ı suçladı | Encemine, Hartum'u isyancıları silahlandırmakla suçladı.
        CONCEDE CHN,AUS | Çin, Avustralya şarabına vergiyi kaldırdı | Pekin kararı nisanda uygulayacak.
        AGREE KGZ,TJK | Kırgızistan ve Tacikistan sınırda uzlaştı | Bişkek ile Duşanbe protokolü imzaladı.
        - | Türkiye, Sırbistan'ı basketbolda yendi | Milliler finalde İspanya ile karşılaşacak.
        - | Yunan gemisi Portekiz açıklarında karaya oturdu | Filipinli mürettebat kurtarıldı.
        - | Çinli şirket Şili'de maden satın aldı | Anlaşmanın değeri 700 milyon dolar.
        - | Harkiv'e saldırıda dört ölü | Ukraynalı vali yıkılan binaları gösterdi.
        - | Belçika'da partiler bütçede anlaşamadı | Müzakereler pazartesi sürecek.
        """
}
