/// The zone abbreviations of feeds (RFC 822 section 5.1 and the common ones besides).
enum ZoneNames {
    /// Returns the offset from UTC in seconds, or nil for an unknown name.
    ///
    /// An abbreviation with several meanings has the one that RFC 822 or most feeds give it; `CT`, `ET`, `MT` and `PT`
    /// stand for standard time.
    ///
    /// - Parameter name: the name in lower case.
    /// - Returns: the offset; nil for an unknown name.
    static func offset(of name: String) -> Int? { minutes[name].map { $0 * 60 } }

    private static let minutes: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "zulu": 0,
        "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
        "et": -300, "ct": -360, "mt": -420, "pt": -480, "akst": -540, "akdt": -480, "hst": -600, "ast": -240,
        "adt": -180,
        "nst": -210, "ndt": -150, "brt": -180, "brst": -120, "art": -180, "clt": -240, "clst": -180, "cot": -300,
        "pet": -300,
        "bst": 60, "cet": 60, "met": 60, "mez": 60, "mewt": 60, "west": 60, "wat": 60,
        "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "sast": 120, "cat": 120,
        "eest": 180, "msk": 180, "trt": 180, "eat": 180, "idt": 180, "msd": 240, "irst": 210, "irdt": 270, "gst": 240,
        "pkt": 300, "uzt": 300, "ist": 330, "npt": 345, "bdt": 360, "ict": 420, "wib": 420, "wita": 480, "wit": 540,
        "hkt": 480, "sgt": 480, "pht": 480, "awst": 480, "myt": 480, "jst": 540, "kst": 540,
        "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    ]
}
