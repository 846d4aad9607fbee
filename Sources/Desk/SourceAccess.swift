import Fetching
import Foundation
import Notation
import Yams

/// What a single source needs to be asked: header fields, a user and password, a proxy.
public struct SourceAccess: Sendable {
    /// A value of `desk.yml` that may be a secret.
    enum Value: Sendable {
        case literal(String)
        /// `env:NAME`: a variable of the environment.
        case variable(String)
        /// `file:PATH`: the first line of a file that only its owner can read.
        case file(String)

        init(_ text: String) {
            if text.hasPrefix("env:") {
                self = .variable(String(text.dropFirst(4)))
            } else if text.hasPrefix("file:") {
                self = .file(String(text.dropFirst(5)))
            } else {
                self = .literal(text)
            }
        }

        var isLiteral: Bool { if case .literal = self { true } else { false } }
    }

    var headers: [(name: String, value: Value)] = []
    var user: Value?
    var password: Value?
    var proxy: Value?

    /// Explains the section in a new desk's `desk.yml`.
    static let documentation = """
        # What single sources need, by their id. Secrets stand in the environment (env:NAME) or in the first line of a
        # file that only its owner can read (file:PATH, from the desk's folder, mode 0600); they are never logged, and
        # sent to the feed's own host alone.
        # sources:
        #   example-news:
        #     user: "desk"
        #     password: "env:EXAMPLE_PASSWORD"
        #     headers: {X-Api-Key: "file:Feeds/example.key"}
        #     proxy: "http://proxy.example:3128"

        """

    /// The variables that it needs.
    var variables: [String] {
        (headers.map(\.value) + [user, password, proxy].compactMap { $0 }).compactMap {
            if case .variable(let name) = $0 { name } else { nil }
        }
    }

    /// The values themselves, ready to be sent.
    struct Resolved: Sendable {
        var headers: [(name: String, value: String)] = []
        var credentials: FetchRequest.Credentials?
        var proxy: String?
        /// Scheme, host and port of the feed: nobody else gets header fields and credentials.
        var origin = ""
        /// The feed, by which what it alone may see is told apart.
        var feedURL = ""

        /// Whether an address is shown something that it shows not to everybody.
        func isPersonal(at url: String) -> Bool {
            (credentials != nil || !headers.isEmpty) && URLReference(url).origin == origin
        }
    }

    // MARK: Reading

    /// Reads the section `sources` of a `desk.yml`.
    static func read(_ node: Node, place: String) throws(SettingsError) -> [String: SourceAccess] {
        if node.null != nil { return [:] }
        guard case .mapping(let mapping) = node else {
            throw SettingsError(place: place, problem: "sources: holds ids of sources, indented below it")
        }
        var all: [String: SourceAccess] = [:]
        for (name, node) in mapping {
            let id = name.string ?? ""
            let line = "\(place) line \(name.mark?.line ?? 0)"
            guard case .mapping(let members) = node else {
                throw SettingsError(place: line, problem: "sources.\(id): holds headers, user, password or proxy")
            }
            var access = SourceAccess()
            for (key, value) in members { try access.take(key, value, of: id, place: place) }
            guard all.updateValue(access, forKey: id) == nil else {
                throw SettingsError(place: line, problem: "sources.\(id): given twice")
            }
        }
        return all
    }

    private mutating func take(_ key: Node, _ value: Node, of id: String, place: String) throws(SettingsError) {
        let name = key.string ?? ""
        let line = "\(place) line \(key.mark?.line ?? 0)"
        let path = "sources.\(id).\(name)"
        func text(_ node: Node) throws(SettingsError) -> Value {
            guard let text = node.scalar?.string else {
                throw SettingsError(place: line, problem: "\(path): must be a text")
            }
            return Value(text)
        }
        switch name {
        case "user": user = try text(value)
        case "password":
            let secret = try text(value)
            guard !secret.isLiteral else { throw Self.isBare(path, line) }
            password = secret
        case "proxy":
            let address = try text(value)
            if case .literal(let written) = address, written.contains("@") { throw Self.isBare(path, line) }
            proxy = address
        case "headers":
            guard case .mapping(let fields) = value else {
                throw SettingsError(
                    place: line, problem: "\(path): must be names with values, such as {Accept-Language: fr}")
            }
            for (field, node) in fields {
                let value = try text(node)
                let header = field.string ?? ""
                if value.isLiteral, Self.isSecret(header) { throw Self.isBare("\(path).\(header)", line) }
                headers.append((header, value))
            }
        default:
            throw SettingsError(
                place: line, problem: "\(path): no such key; allowed here: headers, user, password, proxy")
        }
    }

    private static func isBare(_ path: String, _ line: String) -> SettingsError {
        SettingsError(
            place: line,
            problem:
                "\(path): a secret does not belong in desk.yml; write env:NAME, or file:PATH of a file with mode 0600")
    }

    /// Whether a header field's name says that its value is nobody else's business.
    private static func isSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["auth", "cookie", "key", "token", "secret", "password", "session", "credential"].contains {
            name.contains($0)
        }
    }

    // MARK: Resolving

    /// Looks the values up.
    ///
    /// - Throws: ``SettingsError`` that names the variable or file, never a value.
    func resolved(
        for feedURL: String, in folder: DeskFolder, environment: [String: String]
    ) throws(SettingsError) -> Resolved {
        func look(_ value: Value?) throws(SettingsError) -> String? {
            switch value {
            case nil: return nil
            case .literal(let text): return text
            case .variable(let name):
                guard let text = environment[name], !text.isEmpty else {
                    throw SettingsError(place: "variable \(name)", problem: "not set, but desk.yml needs it")
                }
                return text
            case .file(let path):
                return try Self.secret(
                    in: path.hasPrefix("/") ? URL(filePath: path) : folder.root.appending(path: path))
            }
        }
        var result = Resolved()
        for header in headers { result.headers.append((header.name, try look(header.value) ?? "")) }
        if let user = try look(user) { result.credentials = .init(user: user, password: try look(password) ?? "") }
        result.proxy = try look(proxy)
        result.origin = URLReference(feedURL).origin
        result.feedURL = feedURL
        return result
    }

    private static func secret(in file: URL) throws(SettingsError) -> String {
        var facts = stat()
        guard stat(file.path, &facts) == 0 else {
            throw SettingsError(place: file.path, problem: "not found, but desk.yml needs it")
        }
        guard facts.st_mode & S_IFMT == S_IFREG, facts.st_mode & 0o077 == 0 else {
            throw SettingsError(place: file.path, problem: "must be a file that only its owner can read: chmod 600")
        }
        guard facts.st_size <= 65_536, let text = try? String(contentsOf: file, encoding: .utf8),
            let line = text.split(separator: "\n").first, !line.isEmpty
        else { throw SettingsError(place: file.path, problem: "has no secret in its first line") }
        return line.trimmingCharacters(in: .whitespaces)
    }
}

extension SourceAccess.Resolved {
    /// Adds to a request what its address may see.
    func applied(to request: FetchRequest) -> FetchRequest {
        var request = request
        request.proxy = proxy
        guard URLReference(request.url).origin == origin else { return request }
        request.headers = headers
        request.credentials = credentials
        return request
    }
}

extension URLReference {
    /// Scheme, host and port (RFC 6454 section 4), as far as the address names them.
    var origin: String {
        let normal = self.normal
        return "\(normal.scheme ?? "")://\(normal.host ?? ""):\(normal.port.map(String.init) ?? "")"
    }
}
