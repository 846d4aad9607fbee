// swift-tools-version: 6.1
import PackageDescription

// Upcoming features: SE-0335 (existential any), SE-0409 (internal imports), SE-0444 (member import visibility).
let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")

/// A target of the house; `Scripts/check-imports` holds the same table against the import lines.
func room(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, resources: resources,
        swiftSettings: swiftSettings)
}

let package = Package(
    name: "demarche",
    products: [
        .library(name: "FeedParsing", targets: ["FeedParsing"]),
        .library(name: "ArticleExtraction", targets: ["ArticleExtraction"]),
        .library(name: "Curation", targets: ["Curation"]),
        .executable(name: "demarche", targets: ["demarche"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .target(name: "CEncoding"),
        room("Encoding", ["CEncoding"]),
        room("Notation", ["CCrypto"]),
        room("Markup", ["CLibXML2", "Notation"]),
        room("Fetching", ["CCurl", "CZlib", "Notation", logging]),
        room("FeedParsing", ["Markup", "Notation"]),
        room("ArticleExtraction", ["Markup", "Notation"], resources: [.copy("Resources")]),
        room("Curation", ["Encoding", "Notation"], resources: [.copy("Resources")]),
        room("Developments", ["Curation", "Encoding", "Notation"], resources: [.copy("Resources")]),
        room("Storage", ["Developments", "Curation", "Notation", grdb, sqlite]),
        room("Publishing", ["Developments", "Curation", "Notation"]),
        room("Serving", ["Notation", flyingFox]),
        room(
            "Desk",
            [
                "Fetching", "FeedParsing", "ArticleExtraction", "Curation", "Developments", "Storage", "Publishing",
                "Notation", yams, logging,
            ]),
        .executableTarget(
            name: "demarche",
            dependencies: [
                "Desk", "Serving", "FeedParsing", "ArticleExtraction", "Curation", "Publishing", "Notation",
                "CMalloc", argumentParser, logging,
            ], swiftSettings: swiftSettings),
        .executableTarget(
            name: "demarche-bench",
            dependencies: [
                "Desk", "Serving", "Fetching", "FeedParsing", "ArticleExtraction", "Curation", "Developments",
                "Storage",
                "Publishing", "Markup", "Encoding", "Notation", "CLibXML2",
            ], swiftSettings: swiftSettings),
        tests("Notation"),
        tests("Encoding", ["CEncoding"]),
        tests("Markup", ["Notation"]),
        tests("Fetching", ["Notation"]),
        tests("FeedParsing", ["Notation"]),
        tests("ArticleExtraction", ["Notation"]),
        tests("Curation", ["Notation"]),
        tests("Developments", ["Curation", "Notation"], resources: [.copy("Fixtures")]),
        tests("Storage", ["Developments", "Curation", "Notation"]),
        tests("Publishing", ["Developments", "Curation", "Notation"]),
        tests("Serving", ["Notation"]),
        tests(
            "Desk",
            [
                "Serving", "Storage", "Publishing", "Developments", "Curation", "FeedParsing", "ArticleExtraction",
                "Notation", grdb,
            ], resources: [.copy("Fixtures")]),
        tests("demarche"),
    ],
    swiftLanguageModes: [.v6]
)
