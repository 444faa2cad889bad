import Diagnostics
import Law
import Programs

/// What a new program begins with: a site, who works there, what they do, who pays.
public struct ProgramOutline: Hashable, Sendable {
  /// What the program calls itself.
  public var name: String
  /// The postal code of the site's state.
  public var state: String
  /// The setting of the site; nil where it is left open.
  public var setting: String?
  /// The profession of each person; a profession that is named twice stands for two people.
  public var professions: [String]
  /// The services, each once.
  public var services: [String]
  /// The kinds of payers, each once.
  public var payers: [String]
}

/// The outline of a program as it was typed; nil is what was not said.
public struct OutlineWords: Hashable, Sendable {
  /// What the program calls itself.
  public var name: String?
  /// A state, by code or by name.
  public var state: String?
  /// A setting.
  public var setting: String?
  /// Professions with commas between.
  public var professions: String?
  /// Services with commas between.
  public var services: String?
  /// Kinds of payers with commas between, or `none`.
  public var payers: String?

  /// What was typed.
  public init(
    name: String? = nil, state: String? = nil, setting: String? = nil, professions: String? = nil,
    services: String? = nil, payers: String? = nil
  ) {
    self.name = name
    self.state = state
    self.setting = setting
    self.professions = professions
    self.services = services
    self.payers = payers
  }

  /// The flags of `ambit new` that must be given where nobody can be asked, and are not.
  public var missing: [String] {
    let needed = [("--state", state), ("--profession", professions), ("--service", services)]
    return needed.filter { $0.1 == nil }.map(\.0)
  }

  /// The outline; what is not said is left open: no setting, no payers, a name after the state.
  /// - Throws: `Rejection` with every word that is not of the vocabulary.
  public func outline(_ vocabulary: Vocabulary) throws(Rejection) -> ProgramOutline {
    let reader = OutlineReader(vocabulary)
    let problems = Problems()
    func read<Value>(_ body: () throws(Rejection) -> Value) -> Value? {
      do throws(Rejection) {
        return try body()
      } catch {
        error.diagnostics.forEach(problems.report)
        return nil
      }
    }
    let code = read { () throws(Rejection) in try reader.state(state ?? "") } ?? ""
    let place = read { () throws(Rejection) in try reader.words(setting ?? "none", "setting") } ?? []
    let people = read { () throws(Rejection) in try reader.words(professions ?? "", "profession") } ?? []
    let lines = read { () throws(Rejection) in try reader.words(services ?? "", "service") } ?? []
    let kinds = read { () throws(Rejection) in try reader.words(payers ?? "none", "payer_kind") } ?? []
    try problems.check()
    return ProgramOutline(
      name: name ?? "Pain program in \(States.names[code] ?? code)", state: code, setting: place.first,
      professions: people, services: lines.firsts, payers: kinds.firsts)
  }
}

/// Reads the words of an outline one by one.
struct OutlineReader {
  private let answers: AnswerReader

  init(_ vocabulary: Vocabulary) { answers = AnswerReader(vocabulary: vocabulary, ids: [:]) }

  /// A state's postal code.
  /// - Throws: `Rejection` with the nearest right one.
  func state(_ text: String) throws(Rejection) -> String { try answers.state(text) }

  /// Words of a vocabulary with commas between; `none` is none.
  /// - Throws: `Rejection` with the nearest right spelling of each that is not of it.
  func words(_ text: String, _ vocabulary: String) throws(Rejection) -> [String] {
    if text == "none" { return [] }
    var words: [String] = []
    var wrong: [Diagnostic] = []
    for part in text.split(separator: ",") {
      let typed = part.split(separator: " ").joined(separator: " ")
      do throws(Rejection) {
        words.append(try answers.word(typed, vocabulary))
      } catch {
        wrong += error.diagnostics
      }
    }
    if !wrong.isEmpty { throw Rejection(wrong) }
    return words
  }

  /// The words of a vocabulary.
  func allowed(_ vocabulary: String) -> [String] { answers.vocabulary.words(vocabulary) }
}

extension [String] {
  /// Each word once, where it stands first.
  var firsts: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
