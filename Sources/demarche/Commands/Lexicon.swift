import ArgumentParser
import Curation
import Desk

struct LexiconCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Check the names that the desk knows, and add to them.",
        discussion: """
            Rows in Feeds/lexicon/*.tsv lie over the program's own; a name with a leading - is taken away. A person \
            with several offices has a row for each. labels.tsv there (code, tab, label) says what people read for a code.
            """,
        subcommands: [LexiconLintCommand.self, LexiconAdd.self])
}

struct LexiconLintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Find collisions, ended offices, rows without a source, and states not covered.",
        discussion: "  demarche lexicon lint --seen --desk mydesk")

    @OptionGroup var desk: DeskOptions

    @Flag(help: "Hold the offices in the desk's texts against the lexicon.")
    var seen = false

    @OptionGroup var format: FormatOptions

    func run() async throws {
        try format.print(try await desk.open().lintLexicon(isSeen: seen, now: try desk.clock()))
    }
}

struct LexiconAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Append a name to Feeds/lexicon/desk.tsv.",
        discussion: """
              demarche lexicon add "Ilze Kalnina" "Kalnina" --type person --country LVA --role "defence minister" \
            --from 2026-03 --source https://example.org/cabinet
            """)

    @OptionGroup var desk: DeskOptions

    @Argument(
        help: "The name, then its other spellings; ~ before one that counts only beside the full name or an office.")
    var aliases: [String]

    @Option(help: "person, organisation, movement, government, place, country, adjective, capital or other.")
    var type: String

    @Option(help: "The code that the name stands for: three capitals (also EUU, UNO, NAT).")
    var country = ""

    @Option(help: "A person's office.")
    var role = ""

    @Option(help: "Since when: 2026, 2026-03 or 2026-03-05.")
    var from = ""

    @Option(help: "Until when.")
    var to = ""

    @Option(help: "The id; made of the name when left out.")
    var id = ""

    @Option(help: "Where this was learned: an address, or `own`.")
    var source: String

    func run() async throws {
        let entry = LexiconEntry(
            aliases: aliases, id: id, type: type, country: country, role: role, from: from, to: to, source: source)
        Output.note(try desk.open().addToLexicon(entry))
    }
}
