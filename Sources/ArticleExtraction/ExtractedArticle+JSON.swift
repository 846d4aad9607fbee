internal import Notation

extension ExtractedArticle {
    /// Returns the article as one line of JSON, without the line's end.
    ///
    /// - Parameter file: the name of the file that held the page; it becomes the member `file`.
    /// - Returns: the JSON, with the members of the command's contract.
    public func json(file: String) -> String {
        var json = JSONWriter(capacity: text.utf8.count * 3)
        json.object { json in
            json.member("file", file)
            json.member("url", orNull: url)
            json.member("title", orNull: title)
            json.member("byline", orNull: byline)
            json.member("authors", authors)
            json.member("published", orNull: published?.description)
            json.member("publishedPrecision", publishedPrecision?.rawValue)
            json.member("updated", orNull: updated?.description)
            json.member("language", orNull: language)
            json.member("siteName", orNull: siteName)
            json.member("canonicalURL", canonicalURL)
            json.member("kind", kind.rawValue)
            json.member("extraction", extraction.rawValue)
            json.member("text", text)
            json.member("textOrigin", textOrigin?.rawValue)
            json.member("html", orNull: html)
            json.array("removed") { json in
                for removal in removed {
                    json.object {
                        $0.member("reason", removal.reason.rawValue)
                        $0.member("text", removal.text)
                        $0.member("seenOn", removal.seenOn)
                    }
                }
            }
            json.array("alternatives", of: alternatives) { json, alternative in
                json.object {
                    $0.member("role", alternative.role.rawValue)
                    $0.member("url", alternative.url)
                }
            }
            json.member("error", error?.description)
        }
        return json.text
    }
}

extension JSONWriter {
    /// Writes a member that is there even without a value.
    fileprivate mutating func member(_ name: String, orNull value: String?) {
        if let value { member(name, value) } else { member(name, Double.nan) }
    }
}
