/// The names of the months in the languages that dates are read in.
///
/// A row has the twelve months of a language, parted by commas, the forms of one month by blanks; an underscore stands
/// for a blank inside a name. From CLDR's wide and abbreviated forms, with the case endings that dates take.
public enum MonthNames {
    struct Month: Equatable {
        var number: Int
        var isSolarHijri = false
    }

    /// Returns the month that a name means, or nil when it means none or not the same one in all languages.
    static func month(of name: String) -> Month? { table[name] }

    /// Returns the number of a month, 1...12, by its Gregorian name in any of the languages.
    ///
    /// - Parameter name: the full or abbreviated name, in any case, without its point.
    /// - Returns: the number; nil for another word.
    public static func number(of name: String) -> Int? {
        guard let month = table[name.lowercased()], !month.isSolarHijri else { return nil }
        return month.number
    }

    /// Words that stand between the parts of a date and say nothing.
    static let fillers: Set<String> = [
        "t", "st", "nd", "rd", "th", "er", "º", "ª", "of", "at", "the", "de", "del", "d", "do", "da", "den", "der",
        "am", "um",
        "uhr", "o", "om", "uur", "le", "la", "el", "à", "às", "a", "las", "kl", "г", "года", "год", "в", "godz", "roku",
        "r",
        "της", "του", "το", "στις", "ora", "alle", "ore", "il", "saat", "günü", "h", "hs", "hrs", "ve", "في", "الساعة",
        "ساعت",
        "and", "on", "et", "y", "и",
    ]

    private static let table: [String: Month] = {
        var result: [String: Month] = [:]
        for (rows, isSolarHijri) in [(gregorian, false), (solarHijri, true)] {
            for row in rows.split(separator: "\n") {
                for (index, forms) in row.split(separator: ",").enumerated() {
                    for form in forms.split(separator: " ") {
                        let name = String(form.map { $0 == "_" ? " " : $0 })
                        result[name] = result[name] ?? Month(number: index + 1, isSolarHijri: isSolarHijri)
                    }
                }
            }
        }
        return result
    }()

    private static let solarHijri = """
        فروردین,اردیبهشت,خرداد,تیر,مرداد امرداد,شهریور,مهر,آبان,آذر,دی,بهمن,اسفند
        حمل,ثور,جوزا,سرطان,اسد,سنبله,میزان,عقرب,قوس,جدی,دلو,حوت
        """

    private static let gregorian = """
        january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sep sept,october oct,november nov,december dec
        janvier janv,février fevrier févr fevr fév,mars,avril avr,mai,juin,juillet juil,août aout aoû,septembre,octobre,novembre,décembre decembre déc
        januar jänner jan,februar feber,märz maerz mär mrz,april,mai,juni,juli,august,september,oktober okt,november,dezember dez
        enero ene,febrero,marzo,abril abr,mayo,junio,julio,agosto ago,septiembre setiembre set,octubre,noviembre,diciembre dic
        gennaio gen,febbraio,marzo,aprile,maggio mag,giugno giu,luglio lug,agosto,settembre sett,ottobre ott,novembre,dicembre
        janeiro,fevereiro fev,março marco,abril,maio,junho,julho,agosto,setembro,outubro out,novembro,dezembro
        januari,februari,maart mrt,april,mei,juni,juli,augustus,september,oktober,november,december
        stycznia styczeń sty,lutego luty lut,marca marzec,kwietnia kwiecień kwi,maja maj,czerwca czerwiec cze,lipca lipiec lip,sierpnia sierpień sie,września wrzesień wrz,października październik paź,listopada listopad lis,grudnia grudzień gru
        января январь янв,февраля февраль фев февр,марта март мар,апреля апрель апр,мая май,июня июнь июн,июля июль июл,августа август авг,сентября сентябрь сен сент,октября октябрь окт,ноября ноябрь ноя нояб,декабря декабрь дек
        січня січень січ,лютого лютий лют,березня березень бер,квітня квітень квіт кві,травня травень трав тра,червня червень черв чер,липня липень лип,серпня серпень серп,вересня вересень вер,жовтня жовтень жовт,листопада листопад лист,грудня грудень груд
        ιανουαρίου ιανουάριος ιαν,φεβρουαρίου φεβρουάριος φεβ,μαρτίου μάρτιος μάρ μαρ μάρτ,απριλίου απρίλιος απρ,μαΐου μαϊου μάιος μαΐ μάι μαι μαϊ,ιουνίου ιούνιος ιούν ιουν,ιουλίου ιούλιος ιούλ ιουλ,αυγούστου αύγουστος αύγ αυγ,σεπτεμβρίου σεπτέμβριος σεπ σεπτ,οκτωβρίου οκτώβριος οκτ,νοεμβρίου νοέμβριος νοέ νοε νοεμ,δεκεμβρίου δεκέμβριος δεκ
        január janu,február febr,március marcius márc,április aprilis ápr,május majus máj,június junius jún,július julius júl,augusztus,szeptember szept,október oktober,november,december
        ocak oca,şubat şub subat,mart,nisan nis,mayıs mayis,haziran haz,temmuz tem,ağustos agustos ağu,eylül eylul eyl,ekim eki,kasım kasim kas,aralık aralik ara
        1월,2월,3월,4월,5월,6월,7월,8월,9월,10월,11월,12월
        يناير,فبراير,مارس,أبريل ابريل إبريل,مايو,يونيو يونية,يوليو يوليوز يولية,أغسطس اغسطس غشت,سبتمبر شتنبر,أكتوبر اكتوبر,نوفمبر نونبر,ديسمبر دجنبر
        كانون_الثاني,شباط,آذار اذار,نيسان,أيار ايار,حزيران,تموز,آب اب,أيلول ايلول,تشرين_الأول تشرين_الاول,تشرين_الثاني,كانون_الأول كانون_الاول
        جانفي,فيفري,مارس,أفريل افريل,ماي,جوان,جويلية,أوت اوت,سبتمبر,أكتوبر,نوفمبر,ديسمبر
        ژانویه,فوریه,مارس,آوریل اوریل,مه می,ژوئن,ژوئیه ژوییه جولای,اوت آگوست,سپتامبر,اکتبر,نوامبر,دسامبر
        januari,februari,mars,april,maj,juni,juli,augusti,september,oktober,november,december
        januar,februar,marts mars,april,maj mai,juni,juli,august,september,oktober,november,december desember des
        tammikuuta tammikuu,helmikuuta helmikuu,maaliskuuta maaliskuu,huhtikuuta huhtikuu,toukokuuta toukokuu,kesäkuuta kesäkuu,heinäkuuta heinäkuu,elokuuta elokuu,syyskuuta syyskuu,lokakuuta lokakuu,marraskuuta marraskuu,joulukuuta joulukuu
        ledna leden,února únor,března březen,dubna duben,května květen,června červen,července červenec,srpna srpen,září,října říjen,listopadu,prosince prosinec
        ianuarie ian,februarie,martie,aprilie,mai,iunie iun,iulie iul,august,septembrie,octombrie,noiembrie,decembrie
        januari,februari pebruari peb,maret,april,mei,juni,juli,agustus agu agt,september,oktober,november nopember,desember
        """
}
