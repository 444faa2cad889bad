/// A regular expression of the RE2 syntax, as an automaton whose states are followed side by side (Thompson): the time
/// of a search is at most the length of the text times the size of the pattern, whatever the pattern.
struct RegularExpression: Sendable {
  /// What is wrong with a pattern.
  struct Failure: Error { let summary: String }

  /// A place between characters.
  enum Assertion: Sendable { case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary }

  enum Instruction: Sendable {
    case character(CharacterSet)
    case assertion(Assertion)
    case jump(Int)
    case split(Int, Int)
    case match
  }

  /// Instructions, which bound the time that a character takes.
  static let largest = 10_000

  private let program: [Instruction]

  /// Compiles a pattern.
  init(_ pattern: String) throws(Failure) {
    var parser = PatternParser(pattern)
    var builder = AutomatonBuilder()
    try builder.add(try parser.parse())
    builder.program.append(.match)
    program = builder.program
  }

  /// The size of the automaton.
  var size: Int { program.count }

  /// Whether some part of the text matches. `spend` is told of the work, and may stop it.
  func isFound<E: Error>(in text: String, spend: (Int) throws(E) -> Void) throws(E) -> Bool {
    var current = Threads(program.count)
    var next = Threads(program.count)
    var previous: Unicode.Scalar?
    var iterator = text.unicodeScalars.makeIterator()
    var scalar = iterator.next()
    while true {
      try spend(1 + current.order.count / 8)
      if follow(0, &current, previous, scalar) { return true }
      guard let character = scalar else { return false }
      scalar = iterator.next()
      next.removeAll()
      for place in current.order {
        if case .character(let set) = program[place], set.contains(character) {
          if follow(place + 1, &next, character, scalar) { return true }
        }
      }
      swap(&current, &next)
      previous = character
    }
  }

  /// Adds all states that are reached without reading; true when the end is among them.
  private func follow(
    _ start: Int, _ threads: inout Threads, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
  ) -> Bool {
    var stack = [start]
    while let place = stack.popLast() {
      guard threads.insert(place) else { continue }
      switch program[place] {
      case .match: return true
      case .character: break
      case .jump(let target): stack.append(target)
      case .split(let one, let other):
        stack.append(other)
        stack.append(one)
      case .assertion(let assertion):
        if assertion.holds(before, after) { stack.append(place + 1) }
      }
    }
    return false
  }

  /// A set of states that empties at once.
  private struct Threads {
    private(set) var order: [Int] = []
    private var seen: [Int]
    private var round = 1

    init(_ count: Int) { seen = Array(repeating: 0, count: count) }

    mutating func insert(_ place: Int) -> Bool {
      guard seen[place] != round else { return false }
      seen[place] = round
      order.append(place)
      return true
    }

    mutating func removeAll() {
      order.removeAll(keepingCapacity: true)
      round += 1
    }
  }
}

extension RegularExpression.Assertion {
  fileprivate func holds(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    switch self {
    case .textStart: before == nil
    case .textEnd: after == nil
    case .lineStart: before == nil || before == "\n"
    case .lineEnd: after == nil || after == "\n"
    case .wordBoundary: Self.isWord(before) != Self.isWord(after)
    case .noWordBoundary: Self.isWord(before) == Self.isWord(after)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.isASCII else { return false }
    let byte = UInt8(scalar.value)
    return byte.isLetter || byte.isDigit
  }
}

/// A pattern as parsed.
indirect enum Pattern {
  case empty
  case character(CharacterSet)
  case assertion(RegularExpression.Assertion)
  case sequence([Pattern])
  case choice([Pattern])
  /// `most` is nil for no bound.
  case repeated(Pattern, least: Int, most: Int?)
}

/// Lays a pattern out as instructions.
struct AutomatonBuilder {
  var program: [RegularExpression.Instruction] = []
  /// Parts laid out so far; one may take no instruction at all.
  private var count = 0

  mutating func add(_ pattern: Pattern) throws(RegularExpression.Failure) {
    count += 1
    guard program.count < RegularExpression.largest, count < 4 * RegularExpression.largest else {
      throw RegularExpression.Failure(summary: "the pattern is too large")
    }
    switch pattern {
    case .empty: break
    case .character(let set): program.append(.character(set))
    case .assertion(let assertion): program.append(.assertion(assertion))
    case .sequence(let parts): for part in parts { try add(part) }
    case .choice(let parts): try choice(parts)
    case .repeated(let part, let least, let most): try repetition(part, least, most)
    }
  }

  private mutating func choice(_ parts: [Pattern]) throws(RegularExpression.Failure) {
    var jumps: [Int] = []
    for (number, part) in parts.enumerated() {
      let isLast = number == parts.count - 1
      let split = program.count
      if !isLast { program.append(.match) }
      try add(part)
      guard !isLast else { break }
      jumps.append(program.count)
      program.append(.match)
      program[split] = .split(split + 1, program.count)
    }
    for jump in jumps { program[jump] = .jump(program.count) }
  }

  private mutating func repetition(_ part: Pattern, _ least: Int, _ most: Int?) throws(RegularExpression.Failure) {
    for _ in 0..<least { try add(part) }
    guard let most else {
      let split = program.count
      program.append(.match)
      try add(part)
      program.append(.jump(split))
      program[split] = .split(split + 1, program.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<max(least, most) {
      splits.append(program.count)
      program.append(.match)
      try add(part)
    }
    for split in splits { program[split] = .split(split + 1, program.count) }
  }
}
