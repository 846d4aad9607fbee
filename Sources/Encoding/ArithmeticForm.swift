import CEncoding

/// How the 8-bit products are computed; each form gives the same bits.
enum ArithmeticForm: CaseIterable, Sendable {
    case portable, avx2, vnni

    /// The fastest that this processor has.
    static var best: ArithmeticForm { allCases.last(where: \.isSupported) ?? .portable }

    /// Whether this processor has it.
    var isSupported: Bool { encoding_has_form(code) != 0 }

    var code: encoding_form {
        switch self {
        case .portable: encoding_form_portable
        case .avx2: encoding_form_avx2
        case .vnni: encoding_form_vnni
        }
    }
}
