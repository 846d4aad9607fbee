extension DateWords {
    /// Gives the loose numbers their places; false when that cannot be told.
    mutating func assignNumbers() -> Bool {
        let values = numbers.compactMap { number($0) }
        if parts.year != nil, parts.month != nil { return values.isEmpty ? fillDay() : fillDay(values) }
        if parts.month != nil { return assignAroundMonth(values) }
        return assignNumericDate(values)
    }

    private mutating func fillDay(_ values: [(value: Int, digits: Int)] = []) -> Bool {
        guard values.count <= 1 else { return false }
        if parts.day == nil { parts.day = values.first?.value ?? 1 } else if !values.isEmpty { return false }
        return true
    }

    private mutating func assignAroundMonth(_ values: [(value: Int, digits: Int)]) -> Bool {
        let missing = (parts.day == nil ? 1 : 0) + (parts.year == nil ? 1 : 0)
        guard values.count == missing || (values.count == 1 && values[0].digits == 4),
            values.allSatisfy({ $0.digits <= 4 })
        else { return false }
        if values.count == 1 {
            if parts.day == nil, values[0].digits < 4 { return false }  // a day without a year
            parts.year = values[0].digits == 4 ? values[0].value : DateParts.fullYear(values[0].value)
            parts.day = parts.day ?? 1
            return true
        }
        guard values.count == 2 else { return values.isEmpty }
        let yearFirst = values[0].digits >= 3 || (values[0].value > 31 && values[1].digits < 3)
        let (day, year) = yearFirst ? (values[1], values[0]) : (values[0], values[1])
        guard day.digits <= 2 else { return false }
        parts.day = day.value
        parts.year = year.digits >= 4 ? year.value : DateParts.fullYear(year.value)
        return true
    }

    /// `2016/6/29`, `29.06.2016`, `06/29/2016`, `03-12-31`.
    private mutating func assignNumericDate(_ values: [(value: Int, digits: Int)]) -> Bool {
        guard values.count == 3, numbers[1] == numbers[0] + 2, numbers[2] == numbers[1] + 2,
            let separator = sign(numbers[0] + 1), sign(numbers[1] + 1) == separator,
            values.allSatisfy({ $0.digits <= 4 })
        else { return false }
        let (first, second, third) = (values[0], values[1], values[2])
        if first.digits >= 3 {
            (parts.year, parts.month, parts.day) = (first.value, second.value, third.value)
        } else if separator == UInt8(ascii: "-"), third.digits <= 2 {  // ISO 8601:1988, two-digit year
            (parts.year, parts.month, parts.day) = (DateParts.fullYear(first.value), second.value, third.value)
        } else {
            let year = third.digits <= 2 ? DateParts.fullYear(third.value) : third.value
            // Points mean day before month wherever they are in use; slashes and hyphens may mean either.
            if separator == UInt8(ascii: ".") || first.value > 12 || first.value == second.value {
                (parts.year, parts.month, parts.day) = (year, second.value, first.value)
            } else if second.value > 12 {
                (parts.year, parts.month, parts.day) = (year, first.value, second.value)
            } else {
                return false
            }
        }
        // A year of the Solar Hijri calendar cannot be one of ours: nothing of the web is that old.
        if let year = parts.year, (1300...1450).contains(year) { parts.isSolarHijri = true }
        return true
    }
}

/// What a number counts when a word says so after it.
enum DateUnit {
    case year, month, day, hour, minute, second

    init?(_ word: String) {
        switch word {
        case "年", "년": self = .year
        case "月", "월": self = .month
        case "日", "일", "号", "號": self = .day
        case "時", "时", "시", "點", "点": self = .hour
        case "分", "분": self = .minute
        case "秒", "초": self = .second
        default: return nil
        }
    }
}
