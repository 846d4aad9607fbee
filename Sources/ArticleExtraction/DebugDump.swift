import Markup
import Glibc
extension Body {
    func debugDump() {
        guard getenv("XDUMP") != nil else { return }
        print("root", root, document.tag(of: root), document.string(.class, of: root) ?? "", "prose", proseMass.first ?? 0, proseMass[root], "generous", isGenerous, "headline", metadata.headline ?? -1)
        for (i, b) in blocks.enumerated() {
            print(i, b.container, document.tag(of: b.container), b.form, verdicts[i], zones.reasons[b.container].map { "\($0)" } ?? "-", isProse(b) ? "P" : "", "\(b.linkBytes)/\(b.text.count)", list.string(b).prefix(70))
        }
    }
}
