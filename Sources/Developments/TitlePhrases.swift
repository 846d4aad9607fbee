internal import Curation

/// The phrase by which a title tells a kind of act: what was done, towards whom, about what.
///
/// `R` stands for the recipients and `O` for the object; a part in brackets is left out when its letter has no words. Of two
/// phrases parted by `|` the second is for acts without recipients. The first word is the verb.
enum TitlePhrases {
    /// Returns the phrase of a type and mode, else that of the type.
    static func phrase(_ type: EventType, mode: String) -> String {
        table["\(type.rawValue):\(mode)"] ?? table[type.rawValue] ?? "act[ towards R][ over O]"
    }

    /// Returns a phrase with the words in place of its letters.
    static func filled(_ phrase: String, recipients: String, object: String) -> String {
        let choices = phrase.split(separator: "|", maxSplits: 1)
        let chosen = recipients.isEmpty ? choices.last : choices.first
        var result = ""
        for (index, part) in (chosen ?? "").split(separator: "[", omittingEmptySubsequences: false).enumerated() {
            let pieces = part.split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
            if index == 0 {
                result += inserted(part, recipients, object)
            } else if let optional = pieces.first {
                let isTold = optional.hasSuffix("R") ? !recipients.isEmpty : !object.isEmpty
                if isTold { result += inserted(optional, recipients, object) }
                if pieces.count > 1 { result += inserted(pieces[1], recipients, object) }
            }
        }
        return result
    }

    /// A letter is a placeholder where it is a word of its own.
    private static func inserted(_ part: Substring, _ recipients: String, _ object: String) -> String {
        part.split(separator: " ", omittingEmptySubsequences: false).map { word in
            switch word {
            case "R": recipients
            case "O": object
            case "R's": possessive(recipients)
            default: String(word)
            }
        }.joined(separator: " ")
    }

    /// "Iraq's", "United States'".
    static func possessive(_ name: String) -> String { name + (name.hasSuffix("s") ? "'" : "'s") }

    private static let table: [String: String] = [
        "CONSULT": "hold talks[ with R][ on O]", "CONSULT:meeting": "meet R[ on O]|meet[ on O]",
        "CONSULT:call": "call R[ about O]|speak by phone[ about O]",
        "CONSULT:visit": "visit R[ for O]|meet[ for O]",
        "CONSULT:mediation": "mediate between R[ on O]|hold mediated talks[ on O]",
        "CONSULT:relations": "discuss relations[ with R]",
        "AGREE": "agree[ with R][ on O]", "AGREE:deal": "reach a deal[ with R][ on O]",
        "AGREE:treaty": "sign a treaty[ with R][ on O]", "AGREE:ceasefire": "agree on a ceasefire[ with R]",
        "AGREE:promise": "make a pledge[ to R][ on O]", "AGREE:accession": "join R|agree on accession[ to O]",
        "COOPERATE": "cooperate[ with R][ on O]", "COOPERATE:exchange": "carry out an exchange[ with R][ of O]",
        "COOPERATE:implementation": "put an agreement into practice[ with R][ on O]",
        "SUPPORT": "back R[ over O]|voice support[ for O]", "SUPPORT:praise": "praise R[ over O]|voice support[ for O]",
        "AID": "give aid[ to R][ for O]", "AID:arms": "supply arms[ to R]",
        "CONCEDE": "yield[ to R][ on O]", "CONCEDE:easing": "ease measures[ against R][ on O]",
        "CONCEDE:release": "release detainees[ to R]",
        "RETREAT": "pull back forces[ from R]", "RETREAT:ceasefire": "begin a ceasefire[ with R]",
        "REQUEST": "urge R to act[ on O]|make an appeal[ on O]", "REQUEST:demand": "make a demand[ on R][ over O]",
        "REQUEST:proposal": "make a proposal[ to R][ on O]", "REQUEST:resolution": "table a resolution[ on R][ on O]",
        "ACCUSE": "criticise R[ over O]|voice criticism[ over O]", "ACCUSE:concern": "voice concern[ about R][ over O]",
        "ACCUSE:protest": "protest to R[ over O]|protest[ over O]", "ACCUSE:regret": "voice regret[ about R][ over O]",
        "ACCUSE:condemnation": "condemn R[ over O]|voice condemnation[ over O]",
        "REJECT": "reject R's position[ on O]|issue a rejection[ of O]",
        "REJECT:cancellation": "call off a step[ with R][ on O]", "REJECT:denial": "reject an account[ of R][ on O]",
        "THREATEN": "threaten R[ over O]|issue a threat[ over O]",
        "THREATEN:warning": "warn R[ over O]|issue a warning[ over O]",
        "THREATEN:ultimatum": "give R an ultimatum[ over O]|issue an ultimatum[ over O]",
        "THREATEN:sanctions": "threaten R with sanctions[ over O]|threaten sanctions[ over O]",
        "THREATEN:force": "threaten R with force[ over O]|threaten force[ over O]",
        "SANCTION": "take measures[ against R][ over O]", "SANCTION:sanctions": "impose sanctions[ on R][ over O]",
        "SANCTION:tariffs": "impose tariffs[ on R][ over O]",
        "SANCTION:restrictions": "impose restrictions[ on R][ over O]",
        "SANCTION:expulsion": "expel diplomats[ of R][ over O]",
        "SANCTION:recall": "recall a diplomat[ from R][ over O]",
        "SANCTION:suspension": "suspend dealings[ with R][ over O]",
        "SANCTION:leaving": "leave an accord[ with R][ over O]",
        "SANCTION:breach": "break off relations[ with R][ over O]",
        "COERCE": "put pressure[ on R][ over O]", "COERCE:seizure": "make a seizure[ against R][ over O]",
        "MOBILIZE": "move forces[ as a signal to R]", "MOBILIZE:exercise": "hold military drills[ as a signal to R]",
        "ASSAULT": "attack R|carry out an attack[ on O]",
        "STATEMENT": "state a position[ towards R][ on O]",
    ]
}
