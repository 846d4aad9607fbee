import Desk
import Foundation
import Glibc

/// Asks a person for verdicts: one entry a screen, one field after the other.
struct AuditSession {
    let audit: Audit
    /// Keeps a verdict at once, so that nothing is lost however the session ends.
    let keep: (AuditAnswer) throws -> Void

    private enum Key {
        case yes, no, back, skip, end

        init?(_ line: String?) {
            switch line?.trimmingCharacters(in: .whitespaces).lowercased() {
            case "y", "yes": self = .yes
            case "n", "no": self = .no
            case "b", "back": self = .back
            case "s", "skip": self = .skip
            case "q", "quit", nil: self = .end
            default: return nil
            }
        }
    }

    /// Runs until all is judged or the person ends.
    func run() throws {
        let open = audit.entries.filter { !$0.open.isEmpty }
        if open.isEmpty {
            return Output.note("all entries drawn as “\(audit.sample)” are judged; --sample NAME draws others")
        }
        for (place, entry) in open.enumerated() {
            show(entry, words: "\(place + 1) of \(open.count), drawn as “\(audit.sample)”")
            guard try judge(entry) else {
                return Output.note("what is left of “\(audit.sample)” is asked the next time")
            }
        }
    }

    /// Judges an entry; false when the person ended.
    private func judge(_ entry: AuditItem) throws -> Bool {
        let fields = entry.open
        var place = 0
        while place < fields.count {
            let key = ask(fields[place])
            switch key {
            case .yes, .no:
                try keep(AuditAnswer(development: entry.id, field: fields[place].name, isRight: key == .yes))
                place += 1
            case .back: place = max(place - 1, 0)
            case .skip: return true
            case .end: return false
            }
        }
        return true
    }

    private func show(_ entry: AuditItem, words: String) {
        // Clears the screen (ECMA-48: ED, CUP), where there is one.
        if isatty(STDOUT_FILENO) == 1 { Output.write("\u{1B}[2J\u{1B}[H") }
        Output.write(Terminal.text(([words] + entry.lines + [""]).joined(separator: "\n") + "\n"))
    }

    private func ask(_ field: AuditItem.Field) -> Key {
        while true {
            Output.write(Terminal.text("\(field.name): \(field.shown)\n  \(field.question) [y n b s q] "))
            let line = readLine()
            if isatty(STDIN_FILENO) != 1 { Output.write("\n") }
            if let key = Key(line) { return key }
        }
    }
}
