import Foundation

/// Answers to a program's questions for one name, which may change from one to the next as a hostile name server's do.
///
/// The answers come from a library that is loaded before the C library (ld.so(8), LD_PRELOAD), so that all that is tested
/// is the program itself: libcurl asks, connects and is refused as it always is.
final class ScriptedNames {
    /// A C compiler; Swift's own comes with one.
    static let compiler = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .flatMap { ["\($0)/clang", "\($0)/cc"] }.first(where: FileManager.default.isExecutableFile)

    private static let source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <fcntl.h>
        #include <netdb.h>
        #include <stdlib.h>
        #include <string.h>
        #include <unistd.h>

        typedef int lookup(const char *, const char *, const struct addrinfo *, struct addrinfo **);

        /* Counts a question in the log and returns the answer that is its turn; the last one stays. */
        static char *answer(void) {
            int log = open(getenv("SCRIPTED_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
            if (log < 0 || write(log, "?", 1) != 1) abort();
            long turn = lseek(log, 0, SEEK_END);
            close(log);
            char *rest = strdup(getenv("SCRIPTED_ANSWERS")), *found = strsep(&rest, " ");
            while (--turn > 0 && rest) found = strsep(&rest, " ");
            return found;
        }

        int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result) {
            lookup *original = (lookup *)dlsym(RTLD_NEXT, "getaddrinfo");
            const char *name = getenv("SCRIPTED_NAME");
            if (!node || !name || strcmp(node, name)) return original(node, service, hints, result);
            char *addresses = answer();
            *result = NULL;
            for (struct addrinfo **end = result; addresses; ) {
                int code = original(strsep(&addresses, ","), service, hints, end);
                if (code) return code;
                while (*end) end = &(*end)->ai_next;
            }
            return 0;
        }
        """

    private let name: String
    private let answers: [String]
    private let folder: TestFolder
    private let library: URL
    private let log: URL

    /// Scripts the answers for a name, in their order; an answer of several addresses has commas between them.
    init(_ name: String, answers: [String]) async throws {
        self.name = name
        self.answers = answers
        folder = try TestFolder()
        log = folder.url.appending(path: "questions")
        library = folder.url.appending(path: "names.so")
        try folder.write(Self.source, to: "names.c")
        let process = Process()
        process.executableURL = URL(filePath: Self.compiler ?? "")
        process.arguments = [
            "-shared", "-fPIC", "-o", library.path, folder.url.appending(path: "names.c").path, "-ldl",
        ]
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        guard status == 0 else { throw POSIXError(.ENOEXEC) }
    }

    /// What the program is to be started with.
    var environment: [String: String] {
        [
            "LD_PRELOAD": library.path, "SCRIPTED_NAME": name, "SCRIPTED_ANSWERS": answers.joined(separator: " "),
            "SCRIPTED_LOG": log.path,
        ]
    }

    /// How often the name was asked for.
    var questions: Int { (try? Data(contentsOf: log).count) ?? 0 }
}
