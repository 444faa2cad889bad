// swift-tools-version: 6.2
import PackageDescription

/// Every target treats warnings as errors in CI (`-Xswiftc -warnings-as-errors` in the Makefile).
let package = Package(
  name: "ambit",
  products: [.executable(name: "ambit", targets: ["ambit"])],
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
    .target(
      name: "Reporting", dependencies: ["Checking", "Circuits", "Diagnostics", "Documents", "Law", "Programs", "Rules"]),
    .executableTarget(
      name: "ambit",
      dependencies: [
        "Checking", "Diagnostics", "Documents", "Law", "Programs", "Reporting", "Rules",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
