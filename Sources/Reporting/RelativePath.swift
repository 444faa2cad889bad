/// The path of a file from the folder that a tool works in, which is how code hosts find it again.
struct RelativePath: Hashable {
  /// The path, with `/` between its parts; absolute where the file lies elsewhere.
  let text: String

  /// The path as it was written, without what leads to `root`.
  init(_ path: String, below root: String) {
    let base = root.hasSuffix("/") ? root : root + "/"
    var text = path
    if !root.isEmpty, text.hasPrefix(base) { text = String(text.dropFirst(base.count)) }
    while text.hasPrefix("./") { text = String(text.dropFirst(2)) }
    self.text = text
  }

  /// The path as a reference of RFC 3986: relative, or `file://` with an absolute path.
  var uri: String {
    let encoded = text.utf8.map { byte in Self.plain.contains(byte) ? String(UnicodeScalar(byte)) : Self.percent(byte) }
    return (text.hasPrefix("/") ? "file://" : "") + encoded.joined()
  }

  /// The characters that may stand in a path as they are. A colon may not stand in the first part of a relative one.
  private static let plain = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@".utf8)

  private static func percent(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.count == 1 ? "0" : "") + digits
  }
}
