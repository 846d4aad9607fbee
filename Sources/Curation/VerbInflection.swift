/// Makes the forms of English verbs, by rule or from a list of irregular ones.
struct VerbInflection {
    private var irregular: [String: (past: [String], participle: [String], gerund: [String])] = [:]

    /// Adds an irregular verb: lemma, past, participle, gerund (variants parted by `|`).
    mutating func add(_ fields: [String]) {
        guard fields.count >= 3 else { return }
        func variants(_ index: Int) -> [String] {
            index < fields.count ? fields[index].split(separator: "|").map(String.init) : []
        }
        irregular[fields[0]] = (variants(1), variants(2), variants(3))
    }

    /// Returns the forms of a lemma; a word that serves as several forms has them all.
    func forms(of lemma: String) -> [(word: String, form: VerbForm)] {
        var forms: [(word: String, form: VerbForm)] = []
        func add(_ word: String, _ form: VerbForm) {
            if let index = forms.firstIndex(where: { $0.word == word }) {
                forms[index].form.formUnion(form)
            } else {
                forms.append((word, form))
            }
        }
        add(lemma, .base)
        add(third(lemma), .third)
        let listed = irregular[lemma]
        for word in listed?.past ?? [regularPast(lemma)] { add(word, .past) }
        for word in listed?.participle ?? [regularPast(lemma)] { add(word, .participle) }
        for word in (listed?.gerund).flatMap({ $0.isEmpty ? nil : $0 }) ?? [regularGerund(lemma)] { add(word, .gerund) }
        return forms
    }

    private func endsInConsonantY(_ lemma: String) -> Bool {
        guard lemma.hasSuffix("y"), let before = lemma.dropLast().last else { return false }
        return !"aeiou".contains(before)
    }

    private func third(_ lemma: String) -> String {
        if lemma == "have" { return "has" }
        if endsInConsonantY(lemma) { return lemma.dropLast() + "ies" }
        let isSibilant = ["s", "x", "z", "ch", "sh", "o"].contains { lemma.hasSuffix($0) }
        return lemma + (isSibilant ? "es" : "s")
    }

    private func regularPast(_ lemma: String) -> String {
        if endsInConsonantY(lemma) { return lemma.dropLast() + "ied" }
        return lemma + (lemma.hasSuffix("e") ? "d" : "ed")
    }

    private func regularGerund(_ lemma: String) -> String {
        (lemma.hasSuffix("e") && !lemma.hasSuffix("ee") ? String(lemma.dropLast()) : lemma) + "ing"
    }
}
