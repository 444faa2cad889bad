import Circuits
import Diagnostics
import Documents
import Law
import Rules

/// The law of several jurisdictions side by side: answers to some questions on one day.
public struct Comparison: Sendable {
  /// What is compared.
  public struct Request: Sendable {
    /// The jurisdictions, in the order in which they are shown.
    public var codes: [String]
    /// The keys, in the order in which they are shown.
    public var keys: [String]
    /// The day.
    public var day: Day
    /// A condition that decides which jurisdictions are shown, typed by `Rulebook.lawCondition`.
    public var condition: Formula?
    /// Shows only answers that may have changed from this day on, up to the day of the comparison.
    public var changedSince: Day?

    /// A request; without a condition all jurisdictions are shown.
    public init(
      codes: [String], keys: [String], day: Day, condition: Formula? = nil, changedSince: Day? = nil
    ) {
      self.codes = codes
      self.keys = keys
      self.day = day
      self.condition = condition
      self.changedSince = changedSince
    }
  }

  /// A jurisdiction with its answers.
  public struct Row: Sendable {
    /// The code.
    public let code: String
    /// The name in words.
    public let name: String
    /// Its answers, in the order of the questions; only those to questions of its level.
    public let answers: [ComparedAnswer]
    /// What became of the condition; nil where none was given.
    public let condition: ConditionResult?

    /// The answer to a key, where it is shown.
    public func answer(_ key: String) -> ComparedAnswer? { answers.first { $0.question.key == key } }
  }

  /// What was asked.
  public let request: Request
  /// The questions.
  public let questions: [Question]
  /// The jurisdictions that are shown: those of which the condition is true.
  public let rows: [Row]
  /// Those of which it is not known whether the condition is true.
  public let undecided: [Row]
  /// The codes of those of which it is false.
  public let excluded: [String]
  /// The codes of those that would be shown, had an answer changed.
  public let unchanged: [String]
  /// The last day on which a source of the law that was loaded was read.
  public let lawRead: Day?
  /// The day whose knowledge of the law counts; nil for today's.
  public let knownOn: Day?

  /// Compares.
  /// - Throws: `Rejection` where a condition in the law does not type.
  public init(_ request: Request, rules: Rulebook, law: LawBook) throws(Rejection) {
    self.request = request
    questions = request.keys.compactMap { law.codebook.questions[$0] }
    lawRead = law.readUpTo
    knownOn = law.knownOn
    let conditions = request.condition == nil ? [:] : try rules.conditions(of: law)
    var rows: [Row] = []
    var undecided: [Row] = []
    var excluded: [String] = []
    var unchanged: [String] = []
    for code in request.codes {
      let result = request.condition.map {
        ConditionResult($0, in: code, rules: rules, law: law, conditions: conditions, on: request.day)
      }
      let row = Self.row(code, questions, request, law, result)
      switch result?.truth {
      case .no?: excluded.append(code)
      case _ where row.answers.isEmpty: unchanged.append(code)
      case .unknown?: undecided.append(row)
      default: rows.append(row)
      }
    }
    self.rows = rows
    self.undecided = undecided
    self.excluded = excluded
    self.unchanged = unchanged
  }

  private static func row(
    _ code: String, _ questions: [Question], _ request: Request, _ law: LawBook, _ result: ConditionResult?
  ) -> Row {
    let own = questions.filter { question in
      guard question.level == Jurisdiction.level(of: code) else { return false }
      guard let since = request.changedSince else { return true }
      guard since <= request.day else { return false }
      let values = law.jurisdictions[code]?.facts[question.key] ?? []
      return values.filter { $0.status == .inForce }.mayTurn(within: since...request.day)
    }
    return Row(
      code: code, name: law.jurisdictions[code]?.name ?? States.names[code] ?? code,
      answers: own.map { ComparedAnswer($0, law.answer($0.key, in: code, on: request.day)) }, condition: result)
  }

  /// The rows that show something: those that are certain, then those that are not.
  public var shown: [Row] { rows + undecided }
}

extension [DatedValue] {
  /// Whether the answer that these values in force give may have turned on one of these days. A value that says the
  /// same as the one before it turns nothing.
  fileprivate func mayTurn(within days: ClosedRange<Day>) -> Bool {
    contains { value in
      let before = value.from.flatMap { from in first { $0.to == from } }
      let after = value.to.flatMap { to in first { $0.from == to } }
      let begins = value.from.map { $0.mayFall(within: days) } ?? false
      let ends = value.to.map { $0.mayFall(within: days) } ?? false
      return begins && !(before?.saysTheSame(as: value) ?? false) || ends && !(after?.saysTheSame(as: value) ?? false)
    }
  }
}

extension PartialDate {
  fileprivate func mayFall(within days: ClosedRange<Day>) -> Bool {
    earliest <= days.upperBound && days.lowerBound <= latest
  }
}
