import Diagnostics
import Documents

/// The number of a part within its program.
public struct EntityID: Hashable, Comparable, Sendable {
  /// Counted from 0, the program itself.
  public let index: Int

  /// The part with this number.
  public init(_ index: Int) { self.index = index }

  /// Earlier in the file.
  public static func < (left: EntityID, right: EntityID) -> Bool { left.index < right.index }
}

/// A value that a program states.
public indirect enum Stated: Hashable, Sendable {
  /// An id, a word of a vocabulary, a state, or text to show.
  case word(String)
  case bool(Bool)
  /// A whole number; decimals in thousandths.
  case integer(Int)
  case date(PartialDate)
  case entity(EntityID)
  case list([Stated])
}

/// A part of a program: the program itself, a site, a person, an agreement.
public struct Entity: Sendable {
  /// Its number.
  public let id: EntityID
  /// The name of its shape.
  public let shape: String
  /// How messages name it: its id or name, or its kind and owner.
  public let label: String
  /// What is stated, by field, with its place.
  public let values: [String: (value: Stated, range: SourceRange)]
  /// Where it stands.
  public let range: SourceRange
}

/// A program that somebody proposes: every part with what is said of it and where.
public struct Program: Sendable {
  /// The parts; the first is the program itself.
  public let entities: [Entity]

  /// A part by its number.
  public subscript(id: EntityID) -> Entity { entities[id.index] }

  /// The program itself.
  public var root: Entity { entities[0] }

  /// What the program calls itself.
  public var name: String { root.word("program") ?? "" }

  /// The parts in a list field of a part; empty when it is not stated.
  public func parts(_ field: String, of entity: Entity) -> [Entity] {
    guard case .list(let elements)? = entity.values[field]?.value else { return [] }
    return elements.compactMap { element in
      if case .entity(let id) = element { return self[id] }
      return nil
    }
  }

  /// The part in a field of a part, where it is stated.
  public func part(_ field: String, of entity: Entity) -> Entity? {
    if case .entity(let id)? = entity.values[field]?.value { return self[id] }
    return nil
  }

  /// The states whose law the program may touch, sorted: those of sites, patients, homes, authorities and payers.
  public var states: [String] {
    var codes: Set<String> = []
    for entity in entities {
      for (field, stated) in entity.values where Self.isState(field, of: entity.shape) {
        switch stated.value {
        case .word(let code): codes.insert(code)
        case .list(let elements): for case .word(let code) in elements { codes.insert(code) }
        default: break
        }
      }
    }
    return codes.sorted()
  }

  private static func isState(_ field: String, of shape: String) -> Bool {
    switch ProgramShapes.all[shape]?.field(field)?.type {
    case .state, .list(.state): true
    default: false
    }
  }
}

extension Entity {
  /// The word, id or text in a field, where it is stated.
  public func word(_ field: String) -> String? {
    if case .word(let word)? = values[field]?.value { return word }
    return nil
  }

  /// The words in a list field; empty when it is not stated.
  public func words(_ field: String) -> [String] {
    guard case .list(let elements)? = values[field]?.value else { return [] }
    return elements.compactMap { if case .word(let word) = $0 { word } else { nil } }
  }

  /// The date in a field, where it is stated.
  public func date(_ field: String) -> PartialDate? {
    if case .date(let date)? = values[field]?.value { return date }
    return nil
  }
}

extension Program {
  /// How a part is named among its like: its id, or the words that tell it apart.
  public func title(of id: EntityID) -> String {
    let entity = self[id]
    if let name = entity.word("id") { return name }
    let shape = ProgramShapes.all[entity.shape]
    let words = (shape?.fields ?? []).compactMap { field -> String? in
      switch (field.type, entity.values[field.name]?.value) {
      case (.word, .word(let word)?), (.state, .word(let word)?): word
      case (.reference, .entity(let id)?): self[id].label
      default: nil
      }
    }
    return words.prefix(3).joined(separator: " ").split(separator: "_").joined(separator: " ")
  }
}
