public import Foundation

/// Finds a target's data files (lexicons, word lists) wherever the program was put.
///
/// SwiftPM's own `Bundle.module` traps when the build folder is gone; this looks beside the program, where a build
/// leaves the folder, and then under `../share/demarche`, where `Scripts/install` puts it.
public enum DataFiles {
    /// Returns the folder that holds a target's resources.
    ///
    /// - Parameter target: the name of the target, such as `Curation`.
    /// - Returns: the folder.
    /// - Throws: ``DataFilesMissing``, naming the folders that were tried.
    public static func folder(of target: String) throws(DataFilesMissing) -> URL {
        let program = programFolder()
        let name = "demarche_\(target).resources/Resources"
        let candidates = [program, program.deletingLastPathComponent().appending(path: "share/demarche")]
            .map { $0.appending(path: name) }
        for candidate in candidates where FileManager.default.fileExists(atPath: candidate.path) { return candidate }
        throw DataFilesMissing(target: target, tried: candidates.map(\.path))
    }

    /// Returns a file or folder that comes with the program: under `../share/demarche` where it is installed, under
    /// `Feeds/` of the checkout that it was built in.
    ///
    /// - Parameter name: the name, such as `diplomacy.opml`.
    /// - Returns: where it is.
    /// - Throws: ``DataFilesMissing``, naming the places that were tried.
    public static func companion(_ name: String) throws(DataFilesMissing) -> URL {
        let program = programFolder()
        var candidates = [program.deletingLastPathComponent().appending(path: "share/demarche/\(name)")]
        var folder = program
        // A build puts the program three folders below the checkout: .build/TRIPLE/release.
        for _ in 0..<3 {
            folder = folder.deletingLastPathComponent()
            candidates.append(folder.appending(path: "Feeds/\(name)"))
        }
        for candidate in candidates where FileManager.default.fileExists(atPath: candidate.path) { return candidate }
        throw DataFilesMissing(target: name, tried: candidates.map(\.path))
    }

    /// The folder of the file that holds this code: the executable, or the test bundle that loaded it.
    ///
    /// Found in the kernel's list of mapped files (proc_pid_maps(5)), since Glibc's module hides `dladdr`.
    private static func programFolder() -> URL {
        let address = UInt(bitPattern: #dsohandle)
        let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
        for line in maps.split(separator: "\n") {
            let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
            let range = fields.first?.split(separator: "-").compactMap { UInt($0, radix: 16) } ?? []
            guard fields.count == 6, range.count == 2, range[0] <= address, address < range[1] else { continue }
            let path = fields[5].drop { $0 == " " }
            if path.hasPrefix("/") { return URL(filePath: String(path)).deletingLastPathComponent() }
        }
        return URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }
}

/// A target's data files are at none of the places where they belong.
public struct DataFilesMissing: Error, CustomStringConvertible {
    /// The target whose files are missing.
    public let target: String
    /// The folders that were tried, in order.
    public let tried: [String]

    /// One line that says what is missing and where it was looked for.
    public var description: String {
        "data files of \(target) not found; looked for \(tried.joined(separator: ", ")): reinstall with Scripts/install"
    }
}
