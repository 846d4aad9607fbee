internal import FlyingFox
internal import Foundation
internal import Notation

/// A file as it is sent.
struct ServedDocument {
    let contentType: String
    let etag: String
    let modified: Timestamp
    let isGzip: Bool
    /// Reads the bytes; nil when they are gone.
    let read: () -> Data?

    /// Returns the answer: 304 when the asker has this version (RFC 9110 section 13.2.2), else the file.
    func response(to request: HTTPRequest) -> HTTPResponse? {
        var headers: HTTPHeaders = [.eTag: etag, .lastModified: HTTPDate.text(modified)]
        if isNotModified(request) { return HTTPResponse(statusCode: .notModified, headers: headers) }
        guard let body = read() else { return nil }
        headers[.contentType] = contentType
        if isGzip { headers[.contentEncoding] = "gzip" }
        guard request.method == .HEAD else {
            return HTTPResponse(
                statusCode: .ok, headers: headers, body: HTTPBodySequence(data: body, suggestedBufferSize: 64 << 10))
        }
        headers[.contentLength] = String(body.count)
        return HTTPResponse(statusCode: .ok, headers: headers)
    }

    private func isNotModified(_ request: HTTPRequest) -> Bool {
        if let known = request.headers[.ifNoneMatch] {
            return known.split(separator: ",").contains { tag in
                let tag = tag.trimmingCharacters(in: .whitespaces)
                // Weak comparison (RFC 9110 section 13.1.2).
                return tag == "*" || tag == etag || tag == "W/" + etag
            }
        }
        return request.headers[.ifModifiedSince].flatMap(HTTPDate.timestamp).map { modified <= $0 } ?? false
    }
}

/// RFC 9110's preferred date format, such as `Sun, 06 Nov 1994 08:49:37 GMT` (section 5.6.7).
enum HTTPDate {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Writes an instant.
    static func text(_ stamp: Timestamp) -> String {
        let (year, month, day) = stamp.date.parts
        let time = stamp.secondOfDay
        let clock = [time / 3600, time / 60 % 60, time % 60].map { two($0) }.joined(separator: ":")
        return "\(days[stamp.date.weekday]), \(two(day)) \(months[month - 1]) \(year) \(clock) GMT"
    }

    /// Reads an instant; nil when the text has another form.
    static func timestamp(_ text: String) -> Timestamp? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]),
            let month = months.firstIndex(of: String(parts[2])),
            let date = CalendarDate(year: year, month: month + 1, day: day)
        else { return nil }
        let clock = parts[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        return Timestamp(date: date, secondOfDay: clock[0] * 3600 + clock[1] * 60 + clock[2])
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
