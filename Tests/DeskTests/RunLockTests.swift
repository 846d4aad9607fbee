import Foundation
import Testing

@testable import Desk

@Suite struct RunLockTests {
    @Test("a second taker is refused while the lock is held, and served when it is gone")
    func exclusion() async throws {
        let folder = try TemporaryFolder()
        try await RunLock.hold(in: folder.url) {
            let error = await #expect(throws: DeskIsBusy.self) { try await RunLock.hold(in: folder.url) {} }
            #expect(error?.description.contains("lock") == true)
        }
        let isFree = try await RunLock.hold(in: folder.url) { true }
        #expect(isFree)
        #expect(ExitStatus(of: DeskIsBusy(file: "lock")) == .busy)
    }
}
