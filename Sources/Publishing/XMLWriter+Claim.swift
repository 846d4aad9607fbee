import Notation

extension XMLWriter {
    /// Writes a sentence of evidence and whose it is.
    mutating func evidence(_ claim: PublishedDevelopment.Claim) {
        if !claim.sentence.isEmpty {
            element("blockquote", ["cite": claim.url.isEmpty ? nil : claim.url]) { xml in
                xml.foreign("p", claim.language, claim.sentence)
            }
        }
        element("p") { xml in
            xml.text("— ")
            xml.anchor(claim)
            xml.text(", \(DateWords.day(claim.published.date))")
        }
    }

    /// Writes what further sentences of the article tell of the act.
    mutating func further(of claim: PublishedDevelopment.Claim, class name: String? = nil) {
        for further in claim.further {
            element("p", ["class": name]) { xml in
                xml.text("\(further.words): ")
                xml.foreign("q", claim.language, further.sentence)
            }
        }
    }

    /// Writes a source's name as a link to its sentence.
    mutating func anchor(_ claim: PublishedDevelopment.Claim) {
        guard !claim.url.isEmpty else { return text(claim.outletName) }
        element("a", ["href": PublicURL.link(claim.url, toText: claim.sentence)], claim.outletName)
    }

    /// Writes a development's title as `atom:title`, in the language of its source.
    mutating func title(of item: PublishedDevelopment, prefix: String = "") {
        let language = item.titleLanguage.isEmpty ? nil : LanguageTag.valid(item.titleLanguage)
        element("title", ["xml:lang": language == "en" ? nil : language], prefix + nonEmpty(item.title, else: item.id))
    }

    /// Writes an element in the language of its text.
    mutating func foreign(_ name: String, _ language: String, _ text: String) {
        guard !text.isEmpty else { return element(name) }
        element(name, ["lang": LanguageTag.valid(language), "dir": LanguageTag.direction(language)], text)
    }
}
