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
    /// - Parameters:
    ///   - files: the files, each name once, in the order in which readers may meet them.
    ///   - kept: the earlier files that stay as they are.
    /// - Returns: what was written, left alone and removed.
    /// - Throws: ``PublishError``, naming the file; what was renamed before it stays.
    @discardableResult
    public func write(_ files: [OutputFile], keeping kept: Set<String> = []) throws(PublishError) -> Outcome {
        try makeFolder(folder)
        let earlier = names
        let wanted = Set(files.map(\.name)).union(kept.intersection(earlier))
        // Owned before they exist, so that a kill leaves no file that nobody removes.
        if !wanted.isSubset(of: earlier) { try writeList(wanted.union(earlier)) }
        var outcome = Outcome()
        var rest = files[...]
        while let first = rest.first {
            let place = parent(of: first.name)
            let batch = rest.prefix(Self.batchLimit).prefix { parent(of: $0.name) == place }
            rest = rest.dropFirst(batch.count)
            try replace(batch, in: place, &outcome)
        }
        for name in earlier.subtracting(wanted).sorted() where isSafe(name) {
            try remove(name)
            outcome.removed.append(name)
        }
        if wanted != earlier { try writeList(wanted) }
        return outcome
    }

    /// Replaces some of our files and leaves the others as they are.
    ///
    /// - Parameter files: the files, all in the output folder itself.
    /// - Returns: what was written or left alone.
    /// - Throws: ``PublishError``, naming the file.
    public func update(_ files: [OutputFile]) throws(PublishError) -> Outcome {
        var outcome = Outcome()
        try replace(files[...], in: "", &outcome)
        return outcome
    }

    /// Our files that are no longer where we put them; nil when nothing was ever put there.
    public var missingFiles: [String]? { missing(of: names) }

    /// Those of our files that are no longer where we put them; nil when nothing was ever put there.
    ///
    /// - Parameter names: the files that we put there.
    /// - Returns: the missing ones.
    public func missing(of names: Set<String>) -> [String]? {
        names.isEmpty ? nil : names.filter { access(path($0), R_OK) != 0 }.sorted()
    }

    // MARK: The list of our files

    /// The names of the files that we put into the folder.
    public var names: Set<String> {
        guard let bytes = contents(path(Self.listName), limit: 16_000_000) else { return [] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return Set(lines.filter { !$0.hasPrefix("#") }.map(String.init))
    }

    private func writeList(_ names: Set<String>) throws(PublishError) {
        let head = "# The files that demarche wrote here. It replaces and removes these and no others.\n"
        let text = head + names.sorted().map { $0 + "\n" }.joined()
        var outcome = Outcome()
        try replace([OutputFile(name: Self.listName, bytes: Array(text.utf8))], in: "", &outcome)
    }

    /// The list is a file that anyone can edit: a name in it must not lead out of the folder.
    private func isSafe(_ name: String) -> Bool {
        !name.hasPrefix("/")
            && !name.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == ".." || $0.isEmpty }
    }

    // MARK: Files

    /// The changed files of one folder from which on they are synced together, which costs less than one by one.
    private static let batchSize = 16
    /// The files that are held in memory at once.
    private static let batchLimit = 500

    /// Replaces those files of one folder that differ, in their order.
    private func replace(
        _ files: ArraySlice<OutputFile>, in place: String, _ outcome: inout Outcome
    ) throws(PublishError) {
        var changed: [(name: String, bytes: [UInt8])] = []
        for file in files {
            // What a killed run left goes, also where the file itself is right.
            unlink(path(temporaryName(of: file.name)))
            let bytes = file.bytes
            if contents(path(file.name), limit: bytes.count) == bytes {
                outcome.unchanged.append(file.name)
            } else {
                changed.append((file.name, bytes))
            }
        }
        guard !changed.isEmpty else { return }
        let folder = path(place)
        try makeFolder(folder)
        let isBatch = changed.count >= Self.batchSize
        for (name, bytes) in changed { try writeTemporary(name, bytes, synced: !isBatch) }
        // sync(2) waits on Linux until all is on the disk.
        if isBatch { sync() }
        for (name, _) in changed {
            guard rename(path(temporaryName(of: name)), path(name)) == 0 else {
                let code = errno
                for (name, _) in changed { unlink(path(temporaryName(of: name))) }
                throw PublishError(action: "replace", path: path(name), code: code)
            }
            outcome.written.append(name)
        }
        try syncFolder(folder)
    }

    /// Writes a file beside its place, under a fixed name, so that what a killed run left goes with the next.
    private func writeTemporary(_ name: String, _ bytes: [UInt8], synced: Bool) throws(PublishError) {
        let temporary = path(temporaryName(of: name))
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw PublishError(action: "create", path: temporary, code: errno) }
        if let code = fill(descriptor, bytes, synced: synced) {
            unlink(temporary)
            throw PublishError(action: "write", path: path(name), code: code)
        }
    }

    /// Writes, syncs and closes; returns the error number of what failed first.
    private func fill(_ descriptor: Int32, _ bytes: [UInt8], synced: Bool) -> Int32? {
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
        if failure == nil, synced, fsync(descriptor) != 0 { failure = errno }
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
