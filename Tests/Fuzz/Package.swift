// swift-tools-version: 6.1
import PackageDescription

// A package of its own, over the same sources: fuzzing wants other flags, and the normal build none of it.
let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    // The name by which the program finds its word lists.
    name: "demarche",
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto"),
        .target(name: "CFuzzer"),
        .target(name: "Notation", dependencies: ["CCrypto"], swiftSettings: swiftSettings),
        .target(name: "Markup", dependencies: ["CLibXML2", "Notation"], swiftSettings: swiftSettings),
        .target(name: "FeedParsing", dependencies: ["Markup", "Notation"], swiftSettings: swiftSettings),
        .target(
            name: "ArticleExtraction", dependencies: ["Markup", "Notation"], resources: [.copy("Resources")],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "fuzz", dependencies: ["CFuzzer", "ArticleExtraction", "FeedParsing", "Markup", "Notation"],
            swiftSettings: swiftSettings),
    ],
    swiftLanguageModes: [.v6]
)
