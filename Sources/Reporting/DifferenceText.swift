import Comparing
import Documents
import Law

/// A difference of law as a person reads it in a terminal.
public struct DifferenceText {
  private let difference: Difference
  private let style: Style

  /// A report in a style.
  public init(_ difference: Difference, style: Style) {
    self.difference = difference
    self.style = style
  }

  /// The whole report.
  public var text: String {
    var blocks = [[style.paint(difference.facts.joined(separator: " · "), .bold)]]
    blocks += difference.entries(.differs).map(entry)
    let half = difference.entries(.unknownOnOneSide)
    if !half.isEmpty { blocks.append([style.paint("Known on one side alone", .bold)]) }
    blocks += half.map(entry)
    blocks += [unknown, [difference.countsInWords], style.wrapped(Footer.text, indent: 0)].filter { !$0.isEmpty }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func entry(_ entry: Difference.Entry) -> [String] {
    [style.paint(entry.question.key, .bold)] + style.wrapped(entry.question.text, indent: 2)
      + side(difference.labels.left, entry.left) + side(difference.labels.right, entry.right)
  }

  private func side(_ label: String, _ compared: ComparedAnswer) -> [String] {
    let width = max(difference.labels.left.columns, difference.labels.right.columns)
    let lead = "  \(label.padded(to: width))  "
    return style.wrapped(compared.shortWords, indent: lead.columns, lead: lead)
      + style.wrapped(compared.support, indent: lead.columns + 2)
  }

  private var unknown: [String] {
    let keys = difference.entries(.unknownOnBothSides).map(\.question.key)
    guard !keys.isEmpty else { return [] }
    return [style.paint("Unknown on both sides", .bold)]
      + style.wrapped(keys.joined(separator: ", "), indent: 2)
  }
}

extension Difference {
  /// How the sides are called: by their codes, with the day where one place stands on both sides.
  var labels: (left: String, right: String) {
    if left.day == right.day { return (left.code, right.code) }
    return ("\(left.code)@\(left.day)", "\(right.code)@\(right.day)")
  }

  /// The parts of the first line.
  var facts: [String] {
    ["\(name(left)) on \(left.day)", "\(name(right)) on \(right.day)"]
      + (knownOn.map { ["law as known on \($0)"] } ?? []) + (lawRead.map { ["law read up to \($0)"] } ?? [])
  }

  /// How many questions there are of each kind, in a sentence.
  var countsInWords: String {
    let count = { (kind: Kind) in self.entries(kind).count }
    let questions = entries.count == 1 ? "1 question" : "\(entries.count) questions"
    return "\(questions): \(count(.differs)) answered differently, "
      + "\(count(.unknownOnOneSide)) on one side alone, \(count(.unknownOnBothSides)) on neither, "
      + "\(count(.same)) alike."
  }

  func name(_ side: Side) -> String { names[side.code] ?? States.names[side.code] ?? side.code }
}
