import Glibc

/// Puts files into the output folder so that a reader never meets half a file.
///
/// Each file is written beside its place, synced, and renamed over it, in the order given: what is referred to comes
/// before what refers to it. A file whose bytes are the same is left alone, with its time. A list of our files,
/// `.demarche-files`, says which ones may be removed when they are no longer published; no other is ever touched.
/// Killed midway, the next call completes the work.
public struct OutputWriter: Sendable {
    /// What a call did.
    public struct Outcome: Hashable, Sendable {
        /// The files that are new or differ.
        public var written: [String] = []
        /// The files that were right already.
        public var unchanged: [String] = []
        /// The files of ours that are no longer published.
        public var removed: [String] = []
    }

    /// The name of the list of our files.
    static let listName = ".demarche-files"

    private let folder: String

    /// Creates a writer.
    ///
    /// - Parameter folder: the path of the output folder, which is made when it is missing.
    public init(folder: String) {
        self.folder = folder
    }

    /// Makes the folder hold these files, and of our earlier ones no others.
    ///
    /// - Parameter files: the files, each name once, in the order in which readers may meet them.
    /// - Returns: what was written, left alone and removed.
    /// - Throws: ``PublishError``, naming the file; what was renamed before it stays.
    @discardableResult
    public func write(_ files: [OutputFile]) throws(PublishError) -> Outcome {
        try makeFolder(folder)
        let wanted = Set(files.map(\.name))
        let earlier = ourFiles()
        // Owned before they exist, so that a kill leaves no file that nobody removes.
        try writeList(wanted.union(earlier))
        var outcome = Outcome()
        for (index, file) in files.enumerated() {
            if try replace(file) { outcome.written.append(file.name) } else { outcome.unchanged.append(file.name) }
            let next = index + 1 < files.count ? parent(of: files[index + 1].name) : nil
            if parent(of: file.name) != next, !outcome.written.isEmpty { try syncFolder(path(parent(of: file.name))) }
        }
        for name in earlier.subtracting(wanted).sorted() where isSafe(name) {
            try remove(name)
            outcome.removed.append(name)
        }
        try writeList(wanted)
        return outcome
    }

    /// Replaces one of our files and leaves the others as they are.
    ///
    /// - Parameter file: the file.
    /// - Returns: what was written or left alone.
    /// - Throws: ``PublishError``, naming the file.
    public func update(_ file: OutputFile) throws(PublishError) -> Outcome {
        var outcome = Outcome()
        if try replace(file) {
            outcome.written = [file.name]
            try syncFolder(path(parent(of: file.name)))
        } else {
            outcome.unchanged = [file.name]
        }
        return outcome
    }

    /// Our files that are no longer where we put them; nil when nothing was ever put there.
    public var missingFiles: [String]? {
        let names = ourFiles()
        return names.isEmpty ? nil : names.filter { access(path($0), R_OK) != 0 }.sorted()
    }

    // MARK: The list of our files

    private func ourFiles() -> Set<String> {
        guard let bytes = contents(path(Self.listName), limit: 16_000_000) else { return [] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return Set(lines.filter { !$0.hasPrefix("#") }.map(String.init))
    }

    private func writeList(_ names: Set<String>) throws(PublishError) {
        let head = "# The files that demarche wrote here. It replaces and removes these and no others.\n"
        let text = head + names.sorted().map { $0 + "\n" }.joined()
        if try replace(OutputFile(name: Self.listName, bytes: Array(text.utf8))) { try syncFolder(folder) }
    }

    /// The list is a file that anyone can edit: a name in it must not lead out of the folder.
    private func isSafe(_ name: String) -> Bool {
        !name.hasPrefix("/")
            && !name.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == ".." || $0.isEmpty }
    }

    // MARK: One file

    /// Replaces a file; returns false when it held these bytes already.
    private func replace(_ file: OutputFile) throws(PublishError) -> Bool {
        let place = path(file.name)
        let folder = path(parent(of: file.name))
        // A fixed name, so that what a killed run left goes with the next.
        let temporary = path(temporaryName(of: file.name))
        unlink(temporary)
        if contents(place, limit: file.bytes.count) == file.bytes { return false }
        try makeFolder(folder)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw PublishError(action: "create", path: temporary, code: errno) }
        if let code = fill(descriptor, file.bytes) {
            unlink(temporary)
            throw PublishError(action: "write", path: place, code: code)
        }
        guard rename(temporary, place) == 0 else {
            let code = errno
            unlink(temporary)
            throw PublishError(action: "replace", path: place, code: code)
        }
        return true
    }

    /// Writes, syncs and closes; returns the error number of what failed first.
    private func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32? {
        var failure: Int32?
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return failure = count < 0 ? errno : EIO }
                done += count
            }
        }
        if failure == nil, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == nil { failure = errno }
        return failure
    }

    private func remove(_ name: String) throws(PublishError) {
        unlink(path(temporaryName(of: name)))
        guard unlink(path(name)) == 0 || errno == ENOENT else {
            throw PublishError(action: "remove", path: path(name), code: errno)
        }
    }

    /// The bytes of a plain file, or nil when there is none, it cannot be read, or it has more than `limit` bytes.
    private func contents(_ path: String, limit: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) <= limit
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            done += count
        }
        return bytes
    }

    // MARK: Folders

    private func makeFolder(_ path: String) throws(PublishError) {
        if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        let above = parent(of: path)
        guard errno == ENOENT, !above.isEmpty, above != path else {
            throw PublishError(action: "make the folder", path: path, code: errno)
        }
        try makeFolder(above)
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
            throw PublishError(action: "make the folder", path: path, code: errno)
        }
    }

    private func syncFolder(_ path: String) throws(PublishError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw PublishError(action: "open the folder", path: path, code: errno) }
        defer { close(descriptor) }
        // Some file systems cannot sync a folder and say EINVAL; the rename stands all the same.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw PublishError(action: "sync the folder", path: path, code: errno)
        }
    }

    private func path(_ name: String) -> String { name.isEmpty ? folder : "\(folder)/\(name)" }

    private func parent(of name: String) -> String {
        name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
    }

    private func temporaryName(of name: String) -> String {
        let slash = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        return "\(name[..<slash]).\(name[slash...]).part"
    }
}
