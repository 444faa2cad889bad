import CEL
import Law
import Programs

/// Builds what expressions may speak of from codebook, vocabulary and the shapes of programs.
public struct Scope: Sendable {
  let vocabulary: Vocabulary
  let codebook: Codebook
  /// The shared part: records, enumerations and functions.
  private let base: Environment
  /// The questions whose answers are tests over a subject: who may read them depends on the rule's.
  private let conditions: [Question]

  /// The scope of a codebook and a vocabulary, without definitions.
  public init(vocabulary: Vocabulary, codebook: Codebook) {
    self.vocabulary = vocabulary
    self.codebook = codebook
    var environment = Environment(functions: HostFunctions.overloads(families: Self.families(of: codebook)))
    environment.hasDottedNames = false
    environment.enumerations = vocabulary.allWords
    environment.enumerations["state"] = States.codes
    environment.enumerations["date_unit"] = ["days", "business_days", "months"]
    for question in codebook.questions.values where !question.type.allowedValues.isEmpty {
      guard let name = question.enumeration else { continue }
      let words = environment.enumerations[name] ?? []
      environment.enumerations[name] = words + question.type.allowedValues.map(\.word).filter { !words.contains($0) }
    }
    environment.records = Self.programRecords()
    for root in Self.roots.values { environment.records[root] = [:] }
    for question in codebook.questions.values.sorted(by: { $0.key < $1.key }) {
      if let type = Self.type(of: question, &environment) { Self.add(type, of: question, to: &environment) }
    }
    base = environment
    conditions = codebook.questions.values.filter { if case .condition = $0.type { true } else { false } }
  }

  /// The families of keys, with the type of their answers: a word, or several.
  static func families(of codebook: Codebook) -> [String: Type] {
    var families: [String: Type] = [:]
    for question in codebook.questions.values {
      guard let family = question.family, let name = question.enumeration else { continue }
      if case .words = question.type {
        families[family] = .list(.enumeration(name))
      } else {
        families[family] = .enumeration(name)
      }
    }
    return families
  }

  /// What a rule that concerns `concern` may use.
  public func environment(for concern: Concern, definitions: [String: Definition]) -> Environment {
    var environment = environment(definitions: definitions, subject: concern)
    environment.variables = concern.variables
    environment.variables["program"] = .record("program")
    environment.variables["on"] = Types.date
    environment.variables["as_of"] = Types.date
    environment.variables["federal"] = Types.federal
    environment.variables["standards"] = Types.standards
    if concern.variables["place"] != nil { environment.variables["law"] = Types.law }
    return environment
  }

  /// What rules and pathways of each concern may use.
  func environments(definitions: [String: Definition]) -> [Concern: Environment] {
    Dictionary(uniqueKeysWithValues: Concern.allCases.map { ($0, environment(for: $0, definitions: definitions)) })
  }

  /// What a definition may use: its parameters and functions; `subject` decides which conditions can be read.
  func environment(definitions: [String: Definition], subject: Concern?) -> Environment {
    var environment = base
    for definition in definitions.values {
      environment.functions[definition.name, default: []].append(definition.overload)
    }
    guard let subject else { return environment }
    for question in conditions {
      guard case .condition(let over) = question.type, let concern = Concern(rawValue: over), subject.covers(concern)
      else { continue }
      Self.add(.bool, of: question, to: &environment)
    }
    return environment
  }

  // MARK: Law

  /// The records by which rules name the law of a level.
  private static let roots: [Level: String] = [.state: "law", .federal: "federal", .standard: "standards"]

  /// Makes `np.independent` a field of `law.np`, and `law.np` one of `law`.
  private static func add(_ type: Type, of question: Question, to environment: inout Environment) {
    var path = roots[question.level] ?? "law"
    var owner = path
    var parts = question.key.split(separator: ".").map(String.init)
    let last = parts.removeLast()
    for part in parts {
      path += ".\(part)"
      // No expression can name such a record, or `law.np` would be taken for the name of a type.
      let record = "\(path).*"
      environment.records[owner, default: [:]][part] = .record(record)
      owner = record
    }
    environment.records[owner, default: [:]][last] = type
  }

  private static func type(of question: Question, _ environment: inout Environment) -> Type? {
    switch question.type {
    case .enumeration: return question.enumeration.map { .enumeration($0) }
    case .words: return question.enumeration.map { .list(.enumeration($0)) }
    case .bool: return .bool
    case .int: return .int
    case .date: return Types.date
    case .text: return Types.text
    case .cap: return Types.cap
    case .records(let fields):
      let name = fields == Limit.fields ? "limit" : "record of \(question.key)"
      environment.records[name] = recordFields(fields, name, &environment)
      return .list(.record(name))
    case .condition: return nil
    }
  }

  private static func recordFields(
    _ fields: [RecordField], _ record: String, _ environment: inout Environment
  ) -> [String: Type] {
    var types: [String: Type] = [:]
    for field in fields {
      switch field.type {
      case .enumeration(let allowed), .words(let allowed):
        let name = allowed.vocabulary ?? "\(record).\(field.name)"
        if allowed.vocabulary == nil { environment.enumerations[name] = allowed.values.map(\.word) }
        if case .words = field.type {
          types[field.name] = .list(.enumeration(name))
        } else {
          types[field.name] = .enumeration(name)
        }
      case .bool: types[field.name] = .bool
      case .int: types[field.name] = .int
      case .cap: types[field.name] = Types.cap
      case .date: types[field.name] = Types.date
      default: types[field.name] = Types.text
      }
    }
    return types
  }

  // MARK: Programs

  private static func programRecords() -> [String: [String: Type]] {
    var records: [String: [String: Type]] = [:]
    for shape in ProgramShapes.all.values {
      records[shape.name] = Dictionary(uniqueKeysWithValues: shape.fields.map { ($0.name, type($0.type)) })
    }
    for (shape, fields) in DerivedFields.all {
      for field in fields { records[shape, default: [:]][field.name] = field.type }
    }
    // One whom a supervisor supervises, with the agreement that says so.
    records["delegate"] = [
      "practitioner": .record("practitioner"), "profession": .enumeration("profession"), "fte": .int,
      "setting": .enumeration("setting"), "agreement": .record("agreement"), "site": .record("site"),
    ]
    records["place"] = [
      "state": .enumeration("state"), "site": .record("site"), "setting": .enumeration("setting"),
    ]
    return records
  }

  private static func type(_ field: FieldType) -> Type {
    switch field {
    case .identifier: .string
    case .text, .npi: Types.text
    case .word(let vocabulary): .enumeration(vocabulary)
    case .bool: .bool
    case .integer, .thousandths: .int
    case .date, .day: Types.date
    case .state: .enumeration("state")
    case .reference(let shape), .record(let shape): .record(shape)
    case .list(let element): .list(type(element))
    case .everyone(let shape): .list(.record(shape))
    }
  }
}

extension Question {
  /// The name of the enumeration of its answers: its vocabulary's, its family's, or its own.
  public var enumeration: String? {
    switch type {
    case .enumeration(let allowed), .words(let allowed): allowed.vocabulary ?? family ?? key
    default: nil
    }
  }
}
