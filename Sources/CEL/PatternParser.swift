/// Reads the RE2 syntax of regular expressions.
struct PatternParser {
  typealias Failure = RegularExpression.Failure

  private struct Flags {
    var ignoresCase = false
    var isMultiline = false
    var dotTakesLineBreaks = false
  }

  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var flags = Flags()
  private var depth = 0

  /// The most repetitions that `{n}` may ask for, as in RE2.
  private static let mostRepetitions = 1_000
  private static let deepest = 100
  /// Characters of a pattern.
  private static let longest = 10_000
  /// Named sets within one pair of brackets; characters and ranges are not counted.
  private static let mostNamedSets = 64

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func parse() throws(Failure) -> Pattern {
    guard scalars.count <= Self.longest else { throw Failure(summary: "the pattern is too large") }
    let pattern = try choice()
    guard next == nil else { throw Failure(summary: "`)` without `(`") }
    return pattern
  }

  // MARK: Characters

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func skip(_ text: String) -> Bool {
    guard scalars[place...].starts(with: text.unicodeScalars) else { return false }
    place += text.unicodeScalars.count
    return true
  }

  private mutating func take() -> Unicode.Scalar? {
    guard let scalar = next else { return nil }
    place += 1
    return scalar
  }

  // MARK: Structure

  private mutating func choice() throws(Failure) -> Pattern {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw Failure(summary: "groups are nested deeper than \(Self.deepest) levels") }
    var parts = [try sequence()]
    while skip("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws(Failure) -> Pattern {
    var parts: [Pattern] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if skip("\\Q") {
        while next != nil, !skip("\\E") { if let literal = take() { parts.append(character(literal)) } }
        // A repetition behind the quotation is one of its last character.
        if let last = parts.popLast() { parts.append(try repeated(last)) }
        continue
      }
      if let atom = try atom() { parts.append(try repeated(atom)) }
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func repeated(_ atom: Pattern) throws(Failure) -> Pattern {
    guard let (least, most) = try bounds() else { return atom }
    // What is matched first plays no part in whether there is a match.
    _ = skip("?")
    let behind = place
    guard try bounds() == nil else {
      throw Failure(summary: "`\(text(behind..<place))` repeats what is a repetition already")
    }
    return .repeated(atom, least: least, most: most)
  }

  private mutating func bounds() throws(Failure) -> (Int, Int?)? {
    if skip("*") { return (0, nil) }
    if skip("+") { return (1, nil) }
    if skip("?") { return (0, 1) }
    let start = place
    guard skip("{"), let least = number() else {
      place = start
      return nil
    }
    var most: Int? = least
    if skip(",") { most = number() }
    guard skip("}") else {
      // RE2 takes what is no bound literally.
      place = start
      return nil
    }
    guard least <= Self.mostRepetitions, (most ?? 0) <= Self.mostRepetitions, least <= most ?? .max else {
      throw Failure(summary: "`\(text(start..<place))` is no count of repetitions")
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var digits = 0
    let start = place
    while let scalar = next, scalar.isASCII, UInt8(scalar.value).isDigit {
      digits = min(100_000, digits * 10 + Int(scalar.value - 0x30))
      place += 1
    }
    return place > start ? digits : nil
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  private func character(_ scalar: Unicode.Scalar) -> Pattern {
    .character(CharacterSet(scalar, ignoresCase: flags.ignoresCase))
  }

  /// One character, set or group; nil for a group that sets flags alone.
  private mutating func atom() throws(Failure) -> Pattern? {
    let start = place
    guard try bounds() == nil else { throw Failure(summary: "`\(text(start..<place))` has nothing to repeat") }
    guard let scalar = take() else { return nil }
    switch scalar {
    case ".": return .character(CharacterSet(flags.dotTakesLineBreaks ? [] : [0x0A...0x0A], isNegated: true))
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case "(": return try group()
    case "[": return .character(try brackets())
    case "\\": return try escape()
    default: return character(scalar)
    }
  }

  // MARK: Groups

  private mutating func group() throws(Failure) -> Pattern? {
    let outer = flags
    if skip("?P<")
      || (!scalars[place...].starts(with: "?<=".unicodeScalars)
        && !scalars[place...].starts(with: "?<!".unicodeScalars) && skip("?<"))
    {
      let start = place
      while let scalar = next, scalar.isASCII, UInt8(scalar.value).isLetter || UInt8(scalar.value).isDigit {
        place += 1
      }
      guard place > start, skip(">") else { throw Failure(summary: "the name of a group is letters, then `>`") }
    } else if skip("?") {
      if try readFlags() { return nil }
    }
    let inner = try choice()
    guard skip(")") else { throw Failure(summary: "`(` without `)`") }
    flags = outer
    return inner
  }

  /// `i`, `-s:`; true when the group ends with its flags, which then hold for the rest of the group around it.
  private mutating func readFlags() throws(Failure) -> Bool {
    var isOn = true
    while let scalar = take() {
      if scalar == "-", next == ")" || next == ":" { throw Failure(summary: "`(?-` takes away no flag") }
      switch scalar {
      case "i": flags.ignoresCase = isOn
      case "m": flags.isMultiline = isOn
      case "s": flags.dotTakesLineBreaks = isOn
      case "U": break
      case "-" where isOn: isOn = false
      case ":": return false
      case ")": return true
      default: throw Failure(summary: "`(?\(scalar)` is no group of RE2: it has no look-around and no other flags")
      }
    }
    throw Failure(summary: "`(` without `)`")
  }

  // MARK: Escapes

  private mutating func escape() throws(Failure) -> Pattern {
    switch next {
    case "A": return assertion(.textStart)
    case "z": return assertion(.textEnd)
    case "b": return assertion(.wordBoundary)
    case "B": return assertion(.noWordBoundary)
    default: break
    }
    if var set = try classEscape() {
      set.ignoresCase = flags.ignoresCase
      return .character(set)
    }
    return character(try literalEscape())
  }

  private mutating func assertion(_ assertion: RegularExpression.Assertion) -> Pattern {
    place += 1
    return .assertion(assertion)
  }

  /// `\d` and its like, behind the backslash.
  private mutating func classEscape() throws(Failure) -> CharacterSet? {
    let isNegated: Bool
    switch next {
    case "d", "w", "s", "p": isNegated = false
    case "D", "W", "S", "P": isNegated = true
    default: return nil
    }
    switch take() {
    case "d", "D": return CharacterSet(CharacterSet.digits, isNegated: isNegated)
    case "w", "W": return CharacterSet(CharacterSet.word, isNegated: isNegated)
    case "s", "S": return CharacterSet(CharacterSet.blanks, isNegated: isNegated)
    default: return try category(isNegated: isNegated)
    }
  }

  private mutating func category(isNegated: Bool) throws(Failure) -> CharacterSet {
    var name = ""
    if skip("{") {
      while let scalar = take(), scalar != "}" { name.unicodeScalars.append(scalar) }
    } else if let scalar = take() {
      name.unicodeScalars.append(scalar)
    }
    let isInverse = name.hasPrefix("^")
    if isInverse { name.removeFirst() }
    if name == "Any" { return CharacterSet([0...0x10FFFF], isNegated: isNegated != isInverse) }
    guard CharacterSet.categoryNames.contains(name) else {
      throw Failure(summary: "`\\p{\(name)}` is no general category of Unicode; scripts are not supported")
    }
    return CharacterSet(CharacterSet.Category(names: [name], isNegated: isNegated != isInverse))
  }

  private mutating func literalEscape() throws(Failure) -> Unicode.Scalar {
    guard let scalar = take() else { throw Failure(summary: "the pattern ends in a backslash") }
    switch scalar {
    case "a": return "\u{07}"
    case "f": return "\u{0C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{0B}"
    case "x": return try hexadecimal()
    case "0"..."7": return try octal(scalar)
    default:
      let isWord = scalar.isASCII && (UInt8(scalar.value).isLetter || UInt8(scalar.value).isDigit)
      guard scalar.isASCII, !isWord || scalar == "_" else {
        throw Failure(summary: "`\\\(scalar)` is no escape of RE2")
      }
      return scalar
    }
  }

  private mutating func hexadecimal() throws(Failure) -> Unicode.Scalar {
    let isBraced = skip("{")
    var digits = ""
    while let scalar = next, scalar.isASCII, UInt8(scalar.value).isHex, digits.utf8.count < (isBraced ? 8 : 2) {
      digits.unicodeScalars.append(scalar)
      place += 1
    }
    guard isBraced ? skip("}") : digits.utf8.count == 2, let value = UInt32(digits, radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw Failure(summary: "`\\x` takes two digits, or more in braces") }
    return scalar
  }

  private mutating func octal(_ first: Unicode.Scalar) throws(Failure) -> Unicode.Scalar {
    var value = first.value - 0x30
    var count = 1
    while count < 3, let scalar = next, ("0"..."7").contains(scalar) {
      value = value * 8 + scalar.value - 0x30
      count += 1
      place += 1
    }
    guard first == "0" || count > 1, let scalar = Unicode.Scalar(value) else {
      throw Failure(summary: "`\\\(first)` would refer back to a group, which RE2 does not have")
    }
    return scalar
  }

  // MARK: Brackets

  private mutating func brackets() throws(Failure) -> CharacterSet {
    var set = CharacterSet(isNegated: skip("^"))
    set.ignoresCase = flags.ignoresCase
    var isFirst = true
    while isFirst || next != "]" {
      isFirst = false
      guard next != nil else { throw Failure(summary: "`[` without `]`") }
      guard set.others.count <= Self.mostNamedSets else {
        throw Failure(summary: "more than \(Self.mostNamedSets) named sets in brackets")
      }
      if try addNamed(&set) { continue }
      if next == "\\" {
        place += 1
        if let inner = try classEscape() {
          set.others.append(inner)
          continue
        }
        place -= 1
      }
      let low = try member()
      guard next == "-", place + 1 < scalars.count, scalars[place + 1] != "]" else {
        set.ranges.append(low.value...low.value)
        continue
      }
      place += 1
      let high = try member()
      guard low <= high else { throw Failure(summary: "`\(low)-\(high)` is no range") }
      set.ranges.append(low.value...high.value)
    }
    place += 1
    set.seal()
    return set
  }

  private mutating func member() throws(Failure) -> Unicode.Scalar {
    if skip("\\") { return try literalEscape() }
    guard let scalar = take() else { throw Failure(summary: "`[` without `]`") }
    return scalar
  }

  /// `[:alpha:]` within brackets.
  private mutating func addNamed(_ set: inout CharacterSet) throws(Failure) -> Bool {
    let start = place
    guard skip("[:") else { return false }
    let isNegated = skip("^")
    var name = ""
    while let scalar = next, scalar.isASCII, UInt8(scalar.value).isLetter {
      name.unicodeScalars.append(scalar)
      place += 1
    }
    guard skip(":]") else {
      place = start
      return false
    }
    guard let ranges = CharacterSet.named[name] else { throw Failure(summary: "`[:\(name):]` is no set of characters") }
    set.others.append(CharacterSet(ranges, isNegated: isNegated))
    return true
  }
}
