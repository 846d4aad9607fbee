import ArgumentParser
import Desk
import Foundation
import Serving

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve Output/ on this machine, for a look in a browser or feed reader.",
        discussion: """
            It answers on 127.0.0.1 alone, with ETag, Last-Modified and 304, and reaches nothing outside the folder.
            For others to see the outputs, let a web server serve the folder.

              demarche serve --desk mydesk
              demarche serve --output Output/sample --port 8080
            """)

    @OptionGroup var desk: DeskOptions

    @Option(help: ArgumentHelp("The port; 0 takes any that is free.", valueName: "port"))
    var port: UInt16 = 8400

    func run() async throws {
        let folder = desk.folder.output
        guard FileManager.default.fileExists(atPath: folder.path) else {
            throw UsageError("no folder \(folder.relativePath); `demarche run` or `demarche demo` makes it")
        }
        let server = FolderServer(root: folder, port: port)
        do {
            try await server.start()
        } catch {
            throw DeskError("\(error)")
        }
        Output.write("serving \(folder.relativePath) at \(server.origin)/ until Control-C\n")
        try? await Task.sleep(for: .seconds(1_000_000_000))
        await server.stop()
    }
}
