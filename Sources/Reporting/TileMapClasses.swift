import Comparing
import Documents
import Law

/// What a tile shows.
struct Tile {
  /// The state's postal code.
  let code: String
  /// The number of its class.
  let group: Int
  /// A number to show below the code.
  let number: String?
  /// Whether the value has exceptions or is contested.
  let isQualified: Bool
  /// Whether nobody checked the value against a text.
  let isRecalled: Bool
  /// What the tile says in full.
  let words: String
}

/// The classes into which the answers to one question fall on a map, and the tile of each state.
struct TileMapClasses {
  /// How a class is drawn.
  enum Look: Hashable {
    /// One of the eight colours with its pattern.
    case value(Int)
    /// Coded, and not usable without its note.
    case vague
    case unknown
    /// It is not known whether the condition holds.
    case undecided
    /// Not asked, unchanged, or the condition is false.
    case left
  }

  /// A class with its line in the legend.
  struct Group {
    let look: Look
    let label: String
    let count: Int
  }

  /// The classes in the order of the legend.
  let groups: [Group]
  /// A tile for each state and DC, in the order of the codes.
  let tiles: [Tile]

  /// The most classes of known answers: there are as many colours with patterns.
  static let most = 8

  init(_ comparison: Comparison, _ question: Question) {
    let looks = Dictionary(
      uniqueKeysWithValues: States.codes.map { ($0, Reading(of: $0, in: comparison, question)) })
    let values = States.codes.compactMap { looks[$0]?.value?.value }
    let scale = ValueScale(values, question)
    var groups: [Group] = scale.labels.enumerated().map { index, label in
      Group(look: .value(index), label: label, count: values.count { scale.place(of: $0) == index })
    }
    var numbers: [String: Int] = [:]
    for (code, reading) in looks.sorted(by: { $0.key < $1.key }) {
      if let value = reading.value?.value {
        numbers[code] = scale.place(of: value)
      } else {
        let label = reading.label
        let index = groups.firstIndex { $0.label == label && $0.look == reading.look } ?? groups.count
        let count = index < groups.count ? groups[index].count + 1 : 1
        let group = Group(look: reading.look, label: label, count: count)
        if index < groups.count { groups[index] = group } else { groups.append(group) }
        numbers[code] = index
      }
    }
    self.groups = groups
    tiles = States.codes.map { code in
      let reading = looks[code]
      return Tile(
        code: code, group: numbers[code] ?? 0, number: reading?.value?.value.number,
        isQualified: reading?.value.map { !$0.exceptions.isEmpty || $0.contested != nil } ?? false,
        isRecalled: reading?.value.map { !$0.source.basis.isVerified } ?? false,
        words: "\(States.names[code] ?? code): \(reading?.words ?? "")")
    }
  }
}

/// What a map can say of one state.
private struct Reading {
  let value: DatedValue?
  let look: TileMapClasses.Look
  let label: String
  let words: String

  init(of code: String, in comparison: Comparison, _ question: Question) {
    let row = comparison.shown.first { $0.code == code }
    let answer = row?.answer(question.key)
    if comparison.undecided.contains(where: { $0.code == code }) {
      let reasons = (row?.condition?.reasons ?? []).joined(separator: "; ")
      self.init(nil, .undecided, "not known whether the condition holds", reasons)
    } else if let answer {
      self.init(answer)
    } else if comparison.excluded.contains(code) {
      self.init(nil, .left, "the condition does not hold", "the condition does not hold")
    } else if comparison.unchanged.contains(code) || row != nil {
      self.init(nil, .left, "no change", "no change")
    } else {
      self.init(nil, .left, "not asked", "not asked")
    }
  }

  private init(_ answer: ComparedAnswer) {
    switch answer.reading {
    case .known(let value):
      self.init(value, .value(0), "", "\(value.inFull), \(value.span). \(value.citation)")
    case .vague(let value):
      self.init(nil, .vague, "\(value.value.words): depends on conditions that are not coded", answer.support)
    case .unknown: self.init(nil, .unknown, "unknown", "unknown: \(answer.support)")
    }
  }

  private init(_ value: DatedValue?, _ look: TileMapClasses.Look, _ label: String, _ words: String) {
    self.value = value
    self.look = look
    self.label = label
    self.words = words
  }
}

/// The known answers in at most eight classes: the codebook's words in its order, numbers ascending and in ranges where
/// there are many, anything else by frequency.
private struct ValueScale {
  let labels: [String]
  private let places: [FactValue: Int]

  func place(of value: FactValue) -> Int { places[value] ?? labels.count - 1 }

  init(_ values: [FactValue], _ question: Question) {
    let counts = Dictionary(grouping: values) { $0 }.mapValues(\.count)
    if values.contains(where: { $0.amount != nil }) {
      (labels, places) = Self.numbers(counts, unit: question.unit)
      return
    }
    let order = question.type == .bool ? ["yes", "no"] : question.type.allowedValues.map(\.word)
    let meanings = Dictionary(
      question.type.allowedValues.map { ($0.word, $0.meaning) }, uniquingKeysWith: { first, _ in first })
    let byFrequency = counts.keys.sorted { (-(counts[$0] ?? 0), $0.description) < (-(counts[$1] ?? 0), $1.description) }
    let isCut = byFrequency.count > TileMapClasses.most
    let kept = isCut ? Array(byFrequency.prefix(TileMapClasses.most - 1)) : byFrequency
    let sorted = kept.enumerated().sorted { left, right in
      let first = order.firstIndex(of: left.element.description) ?? order.count
      let second = order.firstIndex(of: right.element.description) ?? order.count
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
    labels =
      sorted.map { value in
        let word = value.words
        let meaning = meanings[value.description] ?? ""
        if meaning.isEmpty || meaning == word { return word }
        return meaning.hasPrefix("\(word),") ? meaning : "\(word): \(meaning)"
      } + (isCut ? ["another answer"] : [])
    places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
  }

  private static func numbers(_ counts: [FactValue: Int], unit: String?) -> ([String], [FactValue: Int]) {
    let limited = counts.keys.filter { $0.amount != nil }.sorted { ($0.amount ?? 0) < ($1.amount ?? 0) }
    let unlimited = counts.keys.filter { $0.amount == nil }
    // None at all is an answer of its own kind, and stays out of the ranges.
    let zero = limited.filter { $0.amount == 0 }
    let rest = limited.dropFirst(zero.count)
    let most = TileMapClasses.most - (unlimited.isEmpty ? 0 : 1) - (zero.isEmpty ? 0 : 1)
    let size = (rest.count + most - 1) / most
    let ranges =
      (zero.isEmpty ? [] : [zero])
      + stride(from: rest.startIndex, to: rest.endIndex, by: max(1, size)).map { start in
        Array(rest[start..<min(start + size, rest.endIndex)])
      }
    let suffix = unit.map { " \($0.spaced)" } ?? ""
    var labels = ranges.map { range -> String in
      let first = range.first?.amount ?? 0
      let last = range.last?.amount ?? 0
      return (first == last ? "\(first)" : "\(first) to \(last)") + suffix
    }
    var places: [FactValue: Int] = [:]
    for (index, range) in ranges.enumerated() { for value in range { places[value] = index } }
    for value in unlimited { places[value] = labels.count }
    if !unlimited.isEmpty { labels.append("no limit") }
    return (labels, places)
  }
}

extension FactValue {
  /// The number, for numbers and caps.
  fileprivate var amount: Int? {
    switch self {
    case .int(let number), .cap(let number?): number
    default: nil
    }
  }

  /// The number as a tile shows it, where it fits.
  fileprivate var number: String? { amount.map(String.init).flatMap { $0.count <= 6 ? $0 : nil } }
}
