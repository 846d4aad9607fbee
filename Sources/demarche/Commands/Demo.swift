import ArgumentParser
import Desk
import Foundation
import Notation
import Serving

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Run the main job over an invented newsroom, served on loopback.",
        discussion: """
            Three runs: a first one; an hour later one that finds nothing new; a day later one with edits and new items.
            The desk is made anew in .demarche/sample each time.

              demarche demo --output /tmp/look --keep-serving
            """)

    @Option(help: ArgumentHelp("Where to publish.", valueName: "dir"))
    var output = "Output/sample"

    @Flag(help: "Leave the newsroom served until Control-C.")
    var keepServing = false

    @OptionGroup var format: FormatOptions

    func run() async throws {
        let newsroom = try DataFiles.companion("sample")
        let server = FolderServer(
            root: newsroom.appending(path: "snapshot-1"), port: SampleDesk.port,
            replacing: .init(origin: SampleDesk.origin))
        do {
            try await server.start()
        } catch {
            throw DeskError("cannot serve the newsroom: \(error)")
        }
        let sample = SampleDesk(
            folder: DeskFolder(
                root: URL(filePath: ".demarche/sample", directoryHint: .isDirectory),
                output: URL(filePath: output, directoryHint: .isDirectory)))
        try sample.make(subscriptions: newsroom.appending(path: "newsroom.opml"))
        var reports: [RunReport] = []
        for step in SampleDesk.Step.allCases {
            server.serve(root: newsroom.appending(path: step.snapshot))
            let desk = try Desk(folder: sample.folder, environment: [:])
            let report = try await desk.run(RunOptions(), now: step.time) { _ in }
            reports.append(report)
            if format.format == .text { Output.write("\(step.title)\n\n\(indented(report.text))\n\n") }
        }
        if format.format == .json { try format.print(reports) } else { Output.write(sample.farewell) }
        if keepServing {
            Output.note("serving the newsroom at \(server.origin) until Control-C")
            try? await Task.sleep(for: .seconds(1_000_000_000))
        }
        await server.stop()
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n")
    }
}
