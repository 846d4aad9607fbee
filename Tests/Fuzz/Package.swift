// swift-tools-version: 6.1
import PackageDescription

// A package of its own, over the same sources: fuzzing wants other flags, and the normal build none of it.
let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "fuzz",
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto"),
        .target(name: "CFuzzer"),
        .target(name: "Notation", dependencies: ["CCrypto"], swiftSettings: swiftSettings),
        .target(name: "Markup", dependencies: ["CLibXML2", "Notation"], swiftSettings: swiftSettings),
        .target(name: "FeedParsing", dependencies: ["Markup", "Notation"], swiftSettings: swiftSettings),
        .executableTarget(
            name: "fuzz", dependencies: ["CFuzzer", "FeedParsing", "Markup", "Notation"], swiftSettings: swiftSettings),
    ],
    swiftLanguageModes: [.v6]
)
