import Diagnostics
import Documents

/// Gives the rows of a table their sources: those that a jurisdiction has already, or new ones with short names.
struct SourceNaming {
  private var sources: [String: Source]
  private let code: String
  private let day: Day
  /// The sources that were added, in the order of their first use.
  private(set) var added: [Source] = []

  /// - Parameter day: the day on which rows without a day of their own were read.
  init(_ sources: [String: Source], code: String, day: Day) {
    self.sources = sources
    self.code = code.lowercased()
    self.day = day
  }

  /// The name of the source of a row.
  /// - Throws: `Rejection` for a row that claims to have been read and has no address.
  mutating func name(for row: FactRow) throws(Rejection) -> String {
    guard let url = row.url else {
      guard row.basis == .recalled else {
        throw Rejection(
          Diagnostic(
            "unread-source", at: row.range, "a \(row.basis.rawValue) row needs `source_url`, the text that was read"))
      }
      return coding
    }
    // What was recalled attests to the day of coding, unless it carries a date of its own.
    let asOf = row.asOf ?? (row.basis == .recalled ? PartialDate(day) : nil)
    let known = sources.values.filter { $0.url == url && $0.basis == row.basis && $0.asOf == asOf }
    if let source = known.min(by: { $0.id < $1.id }) { return source.id }
    let host = Self.host(of: url)
    let title = row.title ?? row.cite.map { "\(host): \($0)" } ?? host
    return add(
      Source(
        id: free(Self.label(of: host)), title: title, url: url, read: row.basis.isVerified ? row.read ?? day : row.read,
        asOf: asOf, basis: row.basis))
  }

  /// The source of all that was recalled.
  private var coding: String {
    mutating get {
      let known = sources.values.filter { $0.url == nil && $0.basis == .recalled }
      if let source = known.min(by: { $0.id < $1.id }) { return source.id }
      return add(
        Source(
          id: free("coding-\(code)"), title: "Coding of \(day), general knowledge", url: nil, read: nil,
          asOf: PartialDate(day), basis: .recalled))
    }
  }

  private mutating func add(_ source: Source) -> String {
    sources[source.id] = source
    added.append(source)
    return source.id
  }

  private func free(_ name: String) -> String {
    var candidate = name
    var number = 1
    while sources[candidate] != nil {
      number += 1
      candidate = "\(name)-\(number)"
    }
    return candidate
  }

  private static func host(of url: String) -> String {
    let rest = url.split(separator: "://", maxSplits: 1).last ?? ""
    let host = rest.prefix { !"/?#:".contains($0) }.lowercased()
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// `law.lis.virginia.gov` becomes `law-lis-virginia`.
  private static func label(of host: String) -> String {
    let parts = host.split(separator: ".")
    let label = parts.dropLast(parts.count > 1 ? 1 : 0).joined(separator: "-")
    let plain = label.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return plain.isEmpty ? "source" : plain
  }
}
