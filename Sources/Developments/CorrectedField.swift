internal import Curation
internal import Notation

/// The columns of `developments.csv` that a person may set, with what each may hold; empty means unknown.
enum CorrectedField: String, CaseIterable {
    case title, type, mode, modality, status, phase, actors, recipients, mediators
    case onRecordBy = "on_record_by"
    case venuePlace = "venue_place"
    case venueCountry = "venue_country"
    case dateStart = "event_date_start"
    case dateEnd = "event_date_end"

    /// The characters of a title that a person writes, at most.
    private static let titleLength = 200

    /// Reads a column's name, or that of earlier programs, which called `on_record_by` `confirmed_by`.
    init?(written text: String) { self.init(rawValue: text == "confirmed_by" ? Self.onRecordBy.rawValue : text) }

    /// A value as it is written now.
    func current(_ value: String) -> String { self == .status ? Status(written: value)?.rawValue ?? value : value }

    /// Whether a value can be written into the column.
    func allows(_ value: String) -> Bool {
        switch self {
        case .title: !value.isEmpty && value.count <= Self.titleLength
        case .type: EventType(rawValue: value) != nil
        case .modality: Modality(rawValue: value) != nil
        case .status: Status(written: value) != nil
        case .phase: value.isEmpty || Phase(rawValue: value) != nil
        case .actors: !value.isEmpty && Self.codes(value) != nil
        case .recipients, .mediators, .onRecordBy: Self.codes(value) != nil
        case .venueCountry: value.isEmpty || Self.codes(value)?.count == 1
        case .dateStart, .dateEnd: value.isEmpty || CalendarDate(iso: value) != nil
        case .mode, .venuePlace: value.utf8.count <= 200
        }
    }

    /// What the column may hold, as an error says it.
    var allowed: String {
        switch self {
        case .title: "1 to \(Self.titleLength) characters"
        case .type: EventType.allCases.map(\.rawValue).joined(separator: ", ")
        case .modality: Modality.allCases.map(\.rawValue).joined(separator: ", ")
        case .status: Status.allCases.map(\.rawValue).joined(separator: ", ")
        case .phase: Phase.allCases.map(\.rawValue).joined(separator: ", ") + ", or nothing"
        case .actors: "codes such as USA|IRN"
        case .recipients, .mediators, .onRecordBy: "codes such as USA|IRN, or nothing"
        case .venueCountry: "a code such as TUR, or nothing"
        case .dateStart, .dateEnd: "a day such as 2026-03-12, or nothing"
        case .mode, .venuePlace: "at most 200 letters"
        }
    }

    /// The codes of a list, or nil when one is none: three capitals (ISO 3166-1 alpha-3, XKX, EUU, UNO, NAT).
    static func codes(_ value: String) -> [String]? {
        let codes = value.split(separator: "|").map(String.init)
        let areCodes = codes.allSatisfy { $0.utf8.count == 3 && $0.utf8.allSatisfy { (0x41...0x5A).contains($0) } }
        return areCodes && Set(codes).count == codes.count ? codes : nil
    }
}

extension DevelopmentFacts {
    /// Puts a person's values in the place of what the reports tell.
    mutating func apply(_ corrections: [FieldCorrection]) {
        for correction in corrections {
            guard let field = CorrectedField(rawValue: correction.field), field.allows(correction.value) else {
                continue
            }
            corrected.append(correction.field)
            apply(field, correction.value)
        }
    }

    private mutating func apply(_ field: CorrectedField, _ value: String) {
        let codes = CorrectedField.codes(value) ?? []
        switch field {
        case .title: title = value
        case .type: type = EventType(rawValue: value) ?? type
        case .mode: mode = value
        case .modality: modality = Modality(rawValue: value) ?? modality
        case .status: status = Status(written: value) ?? status
        case .phase: phase = Phase(rawValue: value)
        case .actors: actors = codes
        case .recipients: recipients = codes
        case .mediators: mediators = codes
        case .onRecordBy: onRecordBy = codes
        case .venuePlace: setVenue(place: value, country: venue?.country ?? "")
        case .venueCountry: setVenue(place: venue?.place ?? "", country: value)
        case .dateStart: setDate(start: CalendarDate(iso: value), end: date?.end)
        case .dateEnd: setDate(start: date?.start, end: CalendarDate(iso: value))
        }
    }

    private mutating func setVenue(place: String, country: String) {
        venue = place.isEmpty && country.isEmpty ? nil : Venue(place: place, country: country)
        venueAlternatives = []
    }

    /// The other end follows where it would lie on the wrong side.
    private mutating func setDate(start: CalendarDate?, end: CalendarDate?) {
        guard let start = start ?? end else {
            date = nil
            return
        }
        let last = max(start, end ?? start)
        date = EventDate(start: start, end: last, precision: start == last ? .day : .range)
    }
}
