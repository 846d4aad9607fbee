import Notation

/// Reads the two forms that feeds ought to have, and nearly all have, for a small part of what ``DateReader`` costs.
///
/// What is in another form, or out of range, is for ``DateReader`` to judge.
enum StandardDate {
    /// Returns the instant of an RFC 822 date-time with four digits of year (RFC 1123 section 5.2.14) or an RFC 3339 one.
    static func read(_ text: String) -> Timestamp? {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.first else { return nil }
            return (0x30...0x39).contains(first) && bytes.count > 4 && bytes[4] == UInt8(ascii: "-")
                ? nil : rfc822(bytes)
        } ?? Timestamp(rfc3339: text)
    }

    /// `Thu, 12 Mar 2026 06:00:00 GMT`; the weekday may be left out, the zone be `+0100`.
    private static func rfc822(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        var place = 0
        if bytes.count > 5, bytes[3] == UInt8(ascii: ","), bytes[4] == 0x20 { place = 5 }
        guard bytes.count >= place + 24 else { return nil }
        guard let day = number(bytes, place, 2), bytes[place + 2] == 0x20, let month = month(bytes, place + 3),
            bytes[place + 6] == 0x20, let year = number(bytes, place + 7, 4), bytes[place + 11] == 0x20,
            let hour = number(bytes, place + 12, 2), hour < 24, bytes[place + 14] == UInt8(ascii: ":"),
            let minute = number(bytes, place + 15, 2), minute < 60, bytes[place + 17] == UInt8(ascii: ":"),
            let second = number(bytes, place + 18, 2), second < 60, bytes[place + 20] == 0x20, year >= 1000,
            let offset = offset(bytes, place + 21), let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return Timestamp(date: date, secondOfDay: hour * 3600 + minute * 60 + second, offset: offset)
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for byte in bytes[start..<(start + count)] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static func month(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
        case (0x4A, 0x61, 0x6E): 1
        case (0x46, 0x65, 0x62): 2
        case (0x4D, 0x61, 0x72): 3
        case (0x41, 0x70, 0x72): 4
        case (0x4D, 0x61, 0x79): 5
        case (0x4A, 0x75, 0x6E): 6
        case (0x4A, 0x75, 0x6C): 7
        case (0x41, 0x75, 0x67): 8
        case (0x53, 0x65, 0x70): 9
        case (0x4F, 0x63, 0x74): 10
        case (0x4E, 0x6F, 0x76): 11
        case (0x44, 0x65, 0x63): 12
        default: nil
        }
    }

    private static func offset(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        let zone = bytes[start...]
        if zone.count == 3, zone.elementsEqual("GMT".utf8) { return 0 }
        guard zone.count == 5, zone.first == UInt8(ascii: "+") || zone.first == UInt8(ascii: "-"),
            let hours = number(bytes, start + 1, 2), let minutes = number(bytes, start + 3, 2), hours < 24, minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (zone.first == UInt8(ascii: "-") ? -1 : 1)
    }
}
