import Foundation

/// What a finished child cost.
struct ChildCost {
    var wall: Double
    var cpu: Double
    /// The most memory it held, in megabytes (ru_maxrss; never below what this process once held).
    var peak: Double
    var status: Int32
}

/// A process that this one started.
struct Child {
    private let process: pid_t
    private let start = ContinuousClock.now

    /// Starts a program; its output is thrown away.
    init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DEMARCHE_") }
        var variables: [UnsafeMutablePointer<CChar>?] =
            inherited.merging(environment) { $1 }.map { strdup("\($0)=\($1)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var process = pid_t()
        let code = posix_spawn(&process, path, &actions, nil, &words, &variables)
        guard code == 0 else { throw ChildFailed(what: "\(path): \(String(cString: strerror(code)))") }
        self.process = process
    }

    /// Where the measured program is: beside this one, or where `DEMARCHE` says.
    static func demarche() throws -> String {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let program = ProcessInfo.processInfo.environment["DEMARCHE"] ?? own.appending(path: "demarche").path
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw ChildFailed(what: "no program at \(program): Scripts/build makes it")
        }
        return program
    }

    /// Waits for its end.
    func finish() -> ChildCost {
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return ChildCost(
            wall: (ContinuousClock.now - start) / .seconds(1), cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peak: Double(usage.ru_maxrss) / 1024, status: status & 0x7F == 0 ? status >> 8 & 0xFF : -1)
    }

    /// Ends it.
    func stop() {
        kill(process, SIGKILL)
        _ = finish()
    }
}

/// A child could not be started or did not do its work.
struct ChildFailed: Error, CustomStringConvertible {
    let what: String
    var description: String { what }
}
