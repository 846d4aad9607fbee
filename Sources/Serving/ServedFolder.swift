internal import Foundation
internal import Glibc
internal import Notation
internal import Synchronization

/// The files below a folder, found by the path of a request.
final class ServedFolder: Sendable {
    enum Found {
        case nothing
        /// A folder that was asked for without the slash at the end; says where it is.
        case folder(String)
        case file(File)
    }

    struct File: Hashable {
        /// The real path, links resolved.
        let path: String
        /// The name that the content type goes by.
        let name: String
        let isGzip: Bool
    }

    private struct Version: Hashable {
        let file: File
        let size: Int
        let modified: Int
        let nanoseconds: Int
    }

    private let root: String?
    /// ETags of versions already read.
    private let etags = Mutex<[Version: String]>([:])

    init(root: URL) {
        self.root = Self.realPath(root.path)
    }

    /// Finds what a percent-encoded path names.
    func find(_ encodedPath: String) -> Found {
        guard let root, let segments = Self.segments(encodedPath) else { return .nothing }
        let path = ([root] + segments).joined(separator: "/")
        guard let real = Self.realPath(path), real == root || real.hasPrefix(root + "/") else {
            return packed(path + ".gz", root: root)
        }
        guard Self.isFolder(real) else {
            // A name that ends with a slash is no file's.
            guard encodedPath.last != "/" else { return .nothing }
            let isGzip = path.hasSuffix(".gz")
            return .file(File(path: real, name: isGzip ? String(path.dropLast(3)) : path, isGzip: isGzip))
        }
        guard encodedPath.last == "/" else { return .folder(encodedPath + "/") }
        guard let index = Self.realPath(real + "/index.html"), index.hasPrefix(root + "/") else { return .nothing }
        return .file(File(path: index, name: index, isGzip: false))
    }

    /// Returns what a file holds now; nil when it is gone or cannot be read.
    ///
    /// A version that was seen before is not read again before its bytes are asked for.
    func document(_ file: File, replacing literal: String?, with origin: String) -> ServedDocument? {
        var status = stat()
        guard stat(file.path, &status) == 0 else { return nil }
        let modified = status.st_mtim
        let version = Version(
            file: file, size: status.st_size, modified: modified.tv_sec, nanoseconds: modified.tv_nsec)
        let type = ContentType.of(file.name)
        let replaced = type.isText && !file.isGzip && literal != origin ? literal : nil
        let read: () -> Data? = {
            let data = FileManager.default.contents(atPath: file.path)
            guard let replaced else { return data }
            return data.map { Self.replacing(Data(replaced.utf8), with: Data(origin.utf8), in: $0) }
        }
        guard let etag = etag(version, read) else { return nil }
        return ServedDocument(
            contentType: type.name, etag: etag, modified: Timestamp(seconds: modified.tv_sec), isGzip: file.isGzip,
            read: read)
    }

    private func etag(_ version: Version, _ read: () -> Data?) -> String? {
        if let known = etags.withLock({ $0[version] }) { return known }
        guard let body = read() else { return nil }
        let etag = "\"\(ContentHash.sha256(body).prefix(32))\(version.file.isGzip ? "-gzip" : "")\""
        etags.withLock { $0[version] = etag }
        return etag
    }

    private func packed(_ path: String, root: String) -> Found {
        guard let real = Self.realPath(path), real.hasPrefix(root + "/"), !Self.isFolder(real) else { return .nothing }
        return .file(File(path: real, name: String(path.dropLast(3)), isGzip: true))
    }

    /// Takes a path apart before decoding it, so that an encoded slash or dot separates nothing; names that begin with a
    /// dot are a program's own and are not served.
    private static func segments(_ encodedPath: String) -> [String]? {
        guard encodedPath.first == "/" else { return nil }
        var segments: [String] = []
        for part in encodedPath.split(separator: "/") {
            guard let name = String(part).removingPercentEncoding, name.utf8.first != UInt8(ascii: "."),
                !name.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "/") })
            else { return nil }
            segments.append(name)
        }
        return segments
    }

    private static func replacing(_ literal: Data, with text: Data, in data: Data) -> Data {
        guard !literal.isEmpty else { return data }
        var result = Data()
        var start = data.startIndex
        while let range = data.range(of: literal, in: start..<data.endIndex) {
            result += data[start..<range.lowerBound]
            result += text
            start = range.upperBound
        }
        return start == data.startIndex ? data : result + data[start...]
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
