import ArgumentParser
import Diagnostics
import Documents
import Glibc

/// Where rules and law are read from.
struct DataOptions: ParsableArguments {
  @Option(help: "The folder that holds `rules/` and `states/`; without it AMBIT_DATA, else the nearest one is used.")
  var data: String?

  /// The data folder.
  /// - Throws: `Rejection` where there is none.
  func folder() throws(Rejection) -> FileTree { try found().folder }

  /// The data folder, and why it is that one.
  /// - Throws: `Rejection` where there is none.
  func found() throws(Rejection) -> (folder: FileTree, reason: String) {
    if let data { return (try checked(data, "--data"), "named by --data") }
    if let value = getenv("AMBIT_DATA"), value.pointee != 0 {
      return (try checked(String(cString: value), "AMBIT_DATA"), "named by AMBIT_DATA")
    }
    if Self.isData(".") { return (.disk("."), "the working folder") }
    for candidate in Self.foldersAboveExecutable {
      if Self.isData(candidate) { return (.disk(candidate), "the nearest to the program") }
    }
    throw Rejection(
      Diagnostic(
        "no-data", at: nil, "no folder with `rules/` and `states/` was found",
        solutions: [.init("name it with --data or AMBIT_DATA")]))
  }

  private func checked(_ path: String, _ origin: String) throws(Rejection) -> FileTree {
    guard Self.isData(path) else {
      throw Rejection(Diagnostic("no-data", at: nil, "\(origin) names `\(path)`, which has no `rules/` and `states/`"))
    }
    return .disk(path)
  }

  private static func isData(_ path: String) -> Bool {
    fileExists(at: "\(path)/rules/vocabulary") && fileExists(at: "\(path)/states")
  }

  /// The folders around the executable, the nearest first: a checkout is found from anywhere.
  private static var foldersAboveExecutable: [String] {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    guard count > 0 else { return [] }
    var parts = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self).split(separator: "/")
    var folders: [String] = []
    while !parts.isEmpty {
      parts.removeLast()
      let folder = "/" + parts.joined(separator: "/")
      folders += [folder, folder == "/" ? "/share/ambit" : "\(folder)/share/ambit"]
    }
    return folders
  }
}
