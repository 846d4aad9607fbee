/// Names of hosts in other scripts, written in ASCII (RFC 3492, RFC 5891).
///
/// libcurl 7.88 leaves this to a call that depends on the locale and fails under cron's.
enum Punycode {
    /// Returns a host whose labels beyond ASCII are encoded.
    static func host(_ host: String) throws(FetchError.Reason) -> String {
        if host.utf8.allSatisfy({ $0 < 0x80 }) { return host }
        var labels: [String] = []
        for label in host.split(whereSeparator: { ".\u{3002}\u{FF0E}\u{FF61}".contains($0) }) {
            if label.utf8.allSatisfy({ $0 < 0x80 }) {
                labels.append(String(label))
            } else {
                guard label.unicodeScalars.count <= 63, let encoded = encode(Array(label.unicodeScalars)) else {
                    throw .badURL("the host's name is too long")
                }
                labels.append("xn--" + encoded)
            }
        }
        return labels.joined(separator: ".")
    }

    /// RFC 3492 section 6.3, with its parameters for IDNA.
    private static func encode(_ input: [Unicode.Scalar]) -> String? {
        var output = input.filter(\.isASCII).map { Character($0) }
        let basicCount = output.count
        var handled = basicCount
        if basicCount > 0 { output.append("-") }
        var code: UInt32 = 128
        var delta = 0
        var bias = 72
        while handled < input.count {
            guard let next = input.map(\.value).filter({ $0 >= code }).min() else { return nil }
            delta += Int(next - code) * (handled + 1)
            code = next
            for scalar in input {
                if scalar.value < code { delta += 1 }
                guard scalar.value == code else { continue }
                appendNumber(delta, bias: bias, to: &output)
                bias = adapt(delta, count: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            code += 1
        }
        return output.count <= 59 ? String(output) : nil
    }

    private static func appendNumber(_ number: Int, bias: Int, to output: inout [Character]) {
        let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        var rest = number
        var position = 36
        while true {
            let threshold = min(max(position - bias, 1), 26)
            if rest < threshold { break }
            output.append(digits[threshold + (rest - threshold) % (36 - threshold)])
            rest = (rest - threshold) / (36 - threshold)
            position += 36
        }
        output.append(digits[rest])
    }

    private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var position = 0
        while delta > 455 {
            delta /= 35
            position += 36
        }
        return position + 36 * delta / (delta + 38)
    }
}
