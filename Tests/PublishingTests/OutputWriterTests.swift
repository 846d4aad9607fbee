import Foundation
import Publishing
import Testing

@Suite struct OutputWriterTests {
    /// A folder of its own for each test, removed afterwards.
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "publishing-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func files(_ contents: KeyValuePairs<String, String>) -> [OutputFile] {
        contents.map { OutputFile(name: $0.key, bytes: Array($0.value.utf8)) }
    }

    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder.appending(path: $0).path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }

    private func text(_ name: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    @Test("Files and their folders are made, and nothing else is left behind")
    func makes() throws {
        try withFolder { folder in
            let outcome = try OutputWriter(folder: folder.path).write(files(["a.csv": "one", "archive/b.csv": "two"]))
            #expect(outcome.written == ["a.csv", "archive/b.csv"])
            #expect(try names(in: folder) == [".demarche-files", "a.csv", "archive/b.csv"])
            #expect(try text("archive/b.csv", in: folder) == "two")
        }
    }

    @Test("An unchanged file keeps its time, a changed one gets its new bytes")
    func unchanged() throws {
        try withFolder { folder in
            let writer = OutputWriter(folder: folder.path)
            try writer.write(files(["a.csv": "one", "b.csv": "two"]))
            let old = Date(timeIntervalSince1970: 1_000_000_000)
            for name in ["a.csv", "b.csv", ".demarche-files"] {
                try FileManager.default.setAttributes(
                    [.modificationDate: old], ofItemAtPath: folder.appending(path: name).path)
            }
            let outcome = try writer.write(files(["a.csv": "one", "b.csv": "TWO"]))
            #expect(outcome.unchanged == ["a.csv"])
            #expect(outcome.written == ["b.csv"])
            let dates = try ["a.csv", "b.csv", ".demarche-files"].map {
                try FileManager.default.attributesOfItem(atPath: folder.appending(path: $0).path)[.modificationDate]
                    as? Date
            }
            #expect(dates[0] == old)
            #expect(dates[1] != old)
            #expect(dates[2] == old)
        }
    }

    @Test("A file of ours that is no longer published goes; a stranger's stays, whatever the list says")
    func removes() throws {
        try withFolder { folder in
            let outside = folder.deletingLastPathComponent().appending(path: "outside-\(UUID().uuidString)")
            try Data("mine".utf8).write(to: outside)
            defer { try? FileManager.default.removeItem(at: outside) }
            let writer = OutputWriter(folder: folder.path)
            try writer.write(files(["a.csv": "one", "old.csv": "two"]))
            try Data("notes".utf8).write(to: folder.appending(path: "notes.txt"))
            let list = folder.appending(path: ".demarche-files")
            let tampered =
                try String(contentsOf: list, encoding: .utf8) + "../\(outside.lastPathComponent)\n\(outside.path)\n\n"
            try Data(tampered.utf8).write(to: list)
            let outcome = try writer.write(files(["a.csv": "one"]))
            #expect(outcome.removed == ["old.csv"])
            #expect(try names(in: folder) == [".demarche-files", "a.csv", "notes.txt"])
            #expect(FileManager.default.fileExists(atPath: outside.path))
        }
    }

    @Test("What a killed run left half-written is cleared by the next, also when the file itself is unchanged")
    func clearsRemains() throws {
        try withFolder { folder in
            let writer = OutputWriter(folder: folder.path)
            try writer.write(files(["a.csv": "one"]))
            try Data("on".utf8).write(to: folder.appending(path: ".a.csv.part"))
            try writer.write(files(["a.csv": "one"]))
            #expect(try names(in: folder) == [".demarche-files", "a.csv"])
        }
    }

    @Test("A reader meets old or new bytes and nothing between, however often the file is replaced")
    func neverHalf() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "publishing-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let writer = OutputWriter(folder: folder.path)
        let versions = (0..<2).map {
            OutputFile(name: "big.csv", bytes: [UInt8](repeating: UInt8(65 + $0), count: 500_000))
        }
        try writer.write([versions[0]])
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                for turn in 0..<20 { try writer.write([versions[turn % 2]]) }
                return true
            }
            group.addTask {
                for _ in 0..<100 {
                    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "big.csv")))
                    guard bytes == versions[0].bytes || bytes == versions[1].bytes else { return false }
                }
                return true
            }
            for try await isWhole in group { #expect(isWhole) }
        }
    }

    @Test("A file that cannot be written is named, with the system's words")
    func names() throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(
                at: folder.appending(path: "a.csv/in"), withIntermediateDirectories: true)
            let error = #expect(throws: PublishError.self) {
                try OutputWriter(folder: folder.path).write(files(["a.csv": "one"]))
            }
            #expect(error?.path.hasSuffix("a.csv") == true)
            #expect(error?.description.contains("Is a directory") == true)
            #expect(try names(in: folder) == [".demarche-files"])
        }
    }

    @Test("A folder that cannot be made is named")
    func folders() throws {
        let error = #expect(throws: PublishError.self) { try OutputWriter(folder: "/proc/nothing/here").write([]) }
        #expect(error?.description.hasPrefix("cannot make the folder /proc/nothing") == true)
    }
}
