extension FetchResponse {
    /// Whether a gatekeeper answered in the site's place with a test for people: no feed reader passes it, and we do not
    /// try to.
    public var isChallenge: Bool {
        // Cloudflare's own mark of its challenge pages, whatever their language.
        if headers["cf-mitigated"]?.lowercased() == "challenge" { return true }
        guard isSuccess || [401, 403, 405, 429, 503].contains(status), mediaType.map({ $0.contains("html") }) ?? true
        else { return false }
        // Ordinary pages load the gatekeepers' scripts too; but they are longer than a challenge.
        if isSuccess, body.count > Self.longestChallenge { return false }
        let head = body.prefix(Self.challengeSearch)
        return Self.challengeMarks.contains { mark in
            var rest = head
            while let start = rest.firstIndex(of: mark[0]) {
                if rest[start...].starts(with: mark) { return true }
                rest = rest[(start + 1)...]
            }
            return false
        }
    }

    /// How many bytes are looked through; such pages say it early.
    private static let challengeSearch = 64 << 10

    private static let longestChallenge = 16 << 10

    /// What the common gatekeepers' pages load or post to; never what a page says in words, which an article could.
    ///
    /// Cloudflare's `scripts/jsd`, which lies in the same folders, is none: it is put into ordinary pages.
    private static let challengeMarks: [[UInt8]] = [
        "/cdn-cgi/challenge-platform/h/b/orchestrate/", "/cdn-cgi/challenge-platform/h/g/orchestrate/",
        "cf-browser-verification", "cf_chl_opt", "_Incapsula_Resource",
        "/_sec/cp_challenge/", "captcha-delivery.com", "/.well-known/ddos-guard/", "awswaf.com/", "px-captcha",
        "hcaptcha.com/1/api.js", "/.within.website/x/cmd/anubis/", "sgcaptcha",
    ].map { Array($0.utf8) }
}
