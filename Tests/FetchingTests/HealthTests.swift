import Notation
import Testing

@testable import Fetching

@Suite("How a source is doing")
struct HealthTests {
    /// A source that was well in hour 0 and gave the same answer in the hours 1 and 2.
    struct Course: Sendable {
        var status = 200
        var seconds = 1
        var movedTo: String?
        /// The hour in which it is looked at.
        var hour = 2
    }

    private static let start = Timestamp(seconds: 1_770_000_000)

    private static func at(_ hour: Int) -> Timestamp { start.adding(seconds: hour * 3600) }

    private func state(after course: Course) -> FetchState {
        var state = FetchState()
        let policy = FetchPolicy()
        for hour in 0...2 {
            let now = Self.at(hour)
            let course = hour == 0 ? Course() : course
            let response = FetchResponse(
                url: "http://outlet.example/feed", status: course.status, permanentURL: course.movedTo,
                duration: .seconds(course.seconds))
            if response.isSuccess {
                state.record(response, content: .init(newEntries: 1), now: now, policy: policy, id: "s")
            } else {
                state.recordUnusable(response, now: now, policy: policy, id: "s")
            }
        }
        return state
    }

    @Test(
        "Each has its name, its beginning and its next step",
        arguments: [
            (Course(), .ok, 0, nil), (Course(seconds: 9), .ok, 0, nil),
            (Course(seconds: 12), .slow, 0, "nothing to do; the source takes 12 s to answer"),
            (
                Course(status: 500), .failing, 1,
                "look at the address in a browser; if the feed has a new one, change xmlUrl in Feeds/"
            ),
            (Course(status: 401), .failing, 1, "set the right user and password for it under sources: in desk.yml"),
            (
                Course(status: 403), .blocked, 1,
                "ask the publisher to let the User-Agent in, or remove the source"
            ),
            (Course(hour: 74), .ok, 0, nil), (Course(hour: 75), .silent, 2, "see whether the publisher has a new feed"),
            (
                Course(movedTo: "http://new.example/feed"), .moved, 2,
                "`demarche sources apply-moves` writes http://new.example/feed to Feeds/"
            ),
            (Course(status: 410), .retired, 1, "remove the source, or look for its successor"),
        ] as [(Course, FetchState.Health, Int, String?)])
    func table(course: Course, health: FetchState.Health, since: Int, nextStep: String?) {
        let state = state(after: course)
        let now = Self.at(course.hour)
        #expect(state.health(now: now) == health)
        #expect(state.healthSince(now: now) == Self.at(since))
        #expect(state.nextStep(now: now) == nextStep)
    }
}
