import Glibc

/// A time zone: a fixed offset, or a place with its history of offsets.
///
/// Places come from the system's time zone database, since the standard library has none.
struct TimeZone: Sendable {
  /// Why a zone can't be used.
  enum Failure: Error { case unknown, databaseMissing, unreadable }

  private enum Rule {
    case fixed(Int)
    case place(ZoneFile)
  }

  private let rule: Rule

  /// `UTC`, `+05:30`, `-08:00`, `02:00`, or a name of the database such as `America/New_York`.
  init(_ name: String) throws(Failure) {
    if let offset = Self.fixedOffset(name) {
      rule = .fixed(offset)
    } else {
      rule = .place(try Self.load(name))
    }
  }

  /// Seconds to add to UTC at a moment.
  func offset(at seconds: Int64) -> Int {
    switch rule {
    case .fixed(let offset): offset
    case .place(let file): file.offset(at: seconds)
    }
  }

  private static func fixedOffset(_ name: String) -> Int? {
    if name == "UTC" || name == "Z" || name.isEmpty { return 0 }
    var reader = DigitReader(name)
    let isNegative = reader.skip("-")
    if !isNegative { _ = reader.skip("+") }
    guard let hours = reader.number(2), reader.skip(":"), let minutes = reader.number(2), reader.isAtEnd, hours < 24,
      minutes < 60
    else { return nil }
    return (isNegative ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }

  // MARK: Database

  private static let folder = "/usr/share/zoneinfo"

  private static func load(_ name: String) throws(Failure) -> ZoneFile {
    guard isName(name) else { throw .unknown }
    guard let bytes = read("\(folder)/\(name)") else {
      throw access(folder, F_OK) == 0 ? .unknown : .databaseMissing
    }
    guard let file = ZoneFile(bytes) else { throw bytes.starts(with: ZoneFile.mark) ? .unreadable : .unknown }
    return file
  }

  /// Names never lead out of the folder.
  private static func isName(_ name: String) -> Bool {
    name.utf8.count <= 64
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        (part.utf8.first?.isLetter ?? false)
          && part.utf8.allSatisfy { $0.isLetter || $0.isDigit || [0x2B, 0x2D].contains($0) }
      }
  }

  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8_192)
    while bytes.count <= 1 << 20 {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
    return nil
  }
}
