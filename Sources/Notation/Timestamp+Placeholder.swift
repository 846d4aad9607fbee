extension Timestamp {
    /// Whether a program wrote the time for want of a date.
    ///
    /// Whatever is before feeds and the web's news were there (1995): the epochs of Unix (1970), Windows (1601, 1899,
    /// 1900), DOS (1980), Mac OS (1904) and .NET (year 1). The days on which the clocks of devices and
    /// programs begin: 1 January 2000 and 2001, in any zone; what PHP makes of MySQL's zero date (30 November 1999). The ends of time: 32 bits of seconds (19 January 2038) and
    /// whatever is after 2100.
    public var isPlaceholder: Bool {
        guard seconds >= Self.firstNews, seconds < Self.lastNews else { return true }
        return Self.starts.contains { abs(seconds - $0) <= Self.widestZone } || Self.ends.contains(seconds)
    }

    /// 1995-01-01T00:00:00Z.
    private static let firstNews = 788_918_400
    /// 2100-01-01T00:00:00Z.
    private static let lastNews = 4_102_444_800
    /// 1999-11-30T00:00:00Z, 2000-01-01T00:00:00Z and 2001-01-01T00:00:00Z.
    private static let starts = [943_920_000, 946_684_800, 978_307_200]
    /// 2038-01-19T03:14:07Z and the second after it.
    private static let ends = [2_147_483_647, 2_147_483_648]
    /// Seconds by which local midnight may be off (UTC+14).
    private static let widestZone = 14 * 3600
}
