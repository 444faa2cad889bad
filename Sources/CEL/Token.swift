/// A word of the language.
struct Token {
  enum Kind: Equatable {
    case identifier(String)
    /// A name in backquotes; only a field may have one.
    case quoted(String)
    case int(String)
    case uint(String)
    case double(String)
    case string(String)
    case bytes([UInt8])
    /// An operator or a bracket.
    case sign(String)
    case end
  }

  let kind: Kind
  let offsets: Range<Int>

  /// As messages name it.
  var described: String {
    switch kind {
    case .identifier(let name), .quoted(let name): "`\(name)`"
    case .int(let text), .uint(let text), .double(let text): "the number `\(text)`"
    case .string: "a string"
    case .bytes: "bytes"
    case .sign(let sign): "`\(sign)`"
    case .end: "the end of the expression"
    }
  }
}
