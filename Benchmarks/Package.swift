// swift-tools-version: 6.2
import PackageDescription

/// Measurements, apart from the package that they measure: what they need besides stays out of it.
let package = Package(
  name: "ambit-benchmarks",
  dependencies: [.package(name: "ambit", path: "..")],
  targets: [
    .executableTarget(
      name: "cel-benchmark", dependencies: [.product(name: "CEL", package: "ambit")], path: "CEL",
      exclude: ["compare.py", "README.md"]),
    .executableTarget(name: "cold", path: "Cold"),
    .executableTarget(name: "hostile", path: "Hostile"),
    .executableTarget(name: "large", path: "Large"),
  ],
  swiftLanguageModes: [.v6]
)
