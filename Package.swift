// swift-tools-version: 6.2
import PackageDescription

/// A warning in our own code is an error; dependencies are not held to that.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "ambit",
  products: [
    .executable(name: "ambit", targets: ["ambit"]),
    .library(name: "CEL", targets: ["CEL"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2"))
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Diagnostics"),
    .target(name: "Documents", dependencies: ["CLibYAML", "Diagnostics"]),
    .target(name: "CEL", dependencies: ["Diagnostics"]),
    .target(name: "Law", dependencies: ["CEL", "Diagnostics", "Documents"]),
    .target(name: "Programs", dependencies: ["Diagnostics", "Documents", "Law"]),
    .target(name: "Rules", dependencies: ["CEL", "Diagnostics", "Documents", "Law", "Programs"]),
    .target(name: "Circuits", dependencies: ["CEL", "Diagnostics", "Documents", "Law", "Programs", "Rules"]),
    .target(
      name: "Checking", dependencies: ["CEL", "Circuits", "Diagnostics", "Documents", "Law", "Programs", "Rules"]),
    .target(name: "Comparing", dependencies: ["CEL", "Circuits", "Diagnostics", "Documents", "Law", "Rules"]),
    .target(name: "Rosters", dependencies: ["Diagnostics", "Documents", "Law", "Programs"]),
    .target(
      name: "Reporting",
      dependencies: [
        "Checking", "Circuits", "Comparing", "Diagnostics", "Documents", "Law", "Programs", "Rosters", "Rules",
      ]),
    .target(
      name: "Drafting",
      dependencies: ["Checking", "Circuits", "Diagnostics", "Documents", "Law", "Programs", "Reporting", "Rules"]),
    .executableTarget(
      name: "ambit",
      dependencies: [
        "CEL", "Checking", "Comparing", "Diagnostics", "Documents", "Drafting", "Law", "Programs", "Reporting",
        "Rosters", "Rules",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "TestSupport", dependencies: ["Checking", "Diagnostics", "Documents", "Law", "Programs", "Rules"],
      path: "Tests/TestSupport"),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Diagnostics", "Documents", "TestSupport"]),
    .testTarget(
      name: "LawTests", dependencies: ["Diagnostics", "Documents", "Law", "Reporting", "Rules", "TestSupport"]),
    .testTarget(name: "ProgramsTests", dependencies: ["Diagnostics", "Documents", "Programs", "TestSupport"]),
    .testTarget(
      name: "RostersTests",
      dependencies: ["Diagnostics", "Documents", "Programs", "Reporting", "Rosters", "Rules", "TestSupport"]),
    .testTarget(name: "RulesTests", dependencies: ["Diagnostics", "Documents", "Rules", "TestSupport"]),
    .testTarget(
      name: "CheckingTests",
      dependencies: ["Checking", "Circuits", "Diagnostics", "Documents", "Law", "Programs", "Rules", "TestSupport"],
      exclude: ["verdicts.md"]),
    .testTarget(
      name: "ComparingTests",
      dependencies: ["Comparing", "Diagnostics", "Documents", "Law", "Reporting", "Rules", "TestSupport"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Checking", "Diagnostics", "Documents", "Law", "Programs", "Reporting", "Rules", "TestSupport"]),
    .testTarget(
      name: "DraftingTests",
      dependencies: [
        "Checking", "Diagnostics", "Documents", "Drafting", "Programs", "Reporting", "Rules", "TestSupport",
      ]),
    .testTarget(name: "AmbitTests", dependencies: ["Reporting", "Rules", "TestSupport", "ambit"]),
    .testTarget(
      name: "CircuitsTests", dependencies: ["Circuits", "Documents", "Law", "Programs", "Rules"]),
    .testTarget(
      name: "ReferenceTests",
      dependencies: ["CEL", "Checking", "Circuits", "Documents", "Law", "Programs", "Rules", "TestSupport"]),
    .testTarget(
      name: "CELTests", dependencies: ["CEL", "Diagnostics", "Documents"], exclude: ["three-valued.ndjson", "Corpus"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + strict
}
