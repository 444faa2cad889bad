import Diagnostics

extension Node {
  /// What the node is, for messages: "a list", "a mapping", "nothing", "the text `x`".
  public var described: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let scalar):
      isNull ? "nothing" : scalar.text.unicodeScalars.dropFirst(40).isEmpty ? "`\(scalar.text)`" : "a text"
    }
  }

  /// Whether it is an empty plain scalar, `null` or `~`.
  public var isNull: Bool {
    guard case .scalar(let scalar) = content, scalar.style == .plain, scalar.text.utf8.count <= 4 else { return false }
    return ["", "null", "~"].contains(scalar.text)
  }

  /// The scalar, where it is one.
  public var scalar: Scalar? {
    if case .scalar(let scalar) = content { return scalar }
    return nil
  }

  /// Its entries; reports when it is no mapping.
  public func mapping(expecting subject: String, problems: Problems) -> [Entry]? {
    if case .mapping(let entries) = content { return entries }
    mismatch("a mapping (\(subject))", problems)
    return nil
  }

  /// Its elements; reports when it is no list.
  public func list(of subject: String, problems: Problems) -> [Node]? {
    if case .sequence(let elements) = content { return elements }
    mismatch("a list of \(subject)", problems)
    return nil
  }

  /// Its text, whatever it looks like; reports when it is no scalar or is empty.
  public func text(_ subject: String, problems: Problems) -> String? {
    if let scalar, !isNull { return scalar.text }
    mismatch(subject, problems)
    return nil
  }

  /// `true` or `false`, nothing else; reports anything else.
  public func boolean(_ subject: String, problems: Problems) -> Bool? {
    if let scalar, scalar.style == .plain {
      if scalar.text == "true" { return true }
      if scalar.text == "false" { return false }
    }
    mismatch("\(subject): `true` or `false`", problems)
    return nil
  }

  /// A whole number, `0` or `-?[1-9][0-9]*`; reports anything else.
  public func integer(_ subject: String, problems: Problems) -> Int? {
    if let scalar, scalar.style == .plain, let number = Int(strict: scalar.text) { return number }
    mismatch("\(subject): a whole number", problems)
    return nil
  }

  /// A date of one of the three precisions; reports anything else, and dates that do not exist.
  public func partialDate(_ subject: String, problems: Problems) -> PartialDate? {
    if let scalar, let date = PartialDate(scalar.text) { return date }
    mismatch("\(subject): a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY", problems)
    return nil
  }

  /// An exact day; reports anything else.
  public func day(_ subject: String, problems: Problems) -> Day? {
    if let scalar, let day = Day(scalar.text) { return day }
    mismatch("\(subject): a day that exists, as YYYY-MM-DD", problems)
    return nil
  }

  /// One of the `allowed` words; reports anything else with the nearest right spelling.
  public func word(_ kind: String, of allowed: [String], problems: Problems) -> String? {
    guard let word = text("a \(kind)", problems: problems) else { return nil }
    if allowed.contains(word) { return word }
    let id = "unknown-" + kind.split(separator: " ").joined(separator: "-")
    problems.report(.unknownWord(word, at: range, id: id, kind: kind, allowed: allowed))
    return nil
  }

  /// Reports that something else was expected here.
  public func mismatch(_ expected: String, _ problems: Problems) {
    problems.error("wrong-type", at: range, "expected \(expected), found \(described)")
  }
}

extension Int {
  /// A number written as `0` or `-?[1-9][0-9]*`: no sign for zero, no leading zeros, no underscores.
  public init?(strict text: String) {
    guard let number = Int(text), String(number) == text else { return nil }
    self = number
  }
}
