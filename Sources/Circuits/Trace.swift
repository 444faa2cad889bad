import Rules

/// A formula of a rule as a tree, as it was unrolled over one subject: each part with its node.
public struct Trace: Sendable {
  /// What a part is.
  public enum Kind: String, Sendable {
    /// All parts must hold.
    case all
    /// One of the parts must hold.
    case any
    /// The part must not hold.
    case not
    /// One element of a list must fit.
    case exists
    /// Every element of a list must fit.
    case every
    /// One element of a list.
    case element
    /// A named predicate, with what it stands for.
    case definition
    /// What is compared; the reads tell with what values.
    case comparison
  }

  /// What an element must have to fit: a field, and the words of which it must be one.
  public struct Wanted: Hashable, Sendable {
    /// The field, or the path to it; empty for the element itself.
    public let field: String
    /// The words, as the program writes them.
    public let words: [String]
  }

  /// What it is.
  public let kind: Kind
  /// As the rule has it; of an element what messages call it.
  public let text: String
  /// Of a comparison the two sides in words, as far as they are known.
  public let values: String?
  /// Its node.
  public let ref: Ref
  /// Of a comparison what is read; of a list whether it may have more elements.
  public let reads: [ReadID]
  /// What an element must have, where it is about a list.
  public let wanted: [Wanted]
  /// The parts.
  public let parts: [Trace]

  init(
    _ kind: Kind, _ text: String, _ ref: Ref, values: String? = nil, reads: [ReadID] = [], wanted: [Wanted] = [],
    parts: [Trace] = []
  ) {
    self.kind = kind
    self.text = text
    self.values = values
    self.ref = ref
    self.reads = reads
    self.wanted = wanted
    self.parts = parts
  }

  /// This part and all below it, from the top.
  public var all: [Trace] { [self] + parts.flatMap(\.all) }
}

/// The formulas of a requirement and its pathways as trees.
public struct RequirementTrace: Sendable {
  /// A named alternative.
  public struct Alternative: Sendable {
    /// Its name; empty where there is only one.
    public let name: String
    /// Its formula.
    public let trace: Trace
  }

  /// What a pathway asks.
  public struct Asked: Sendable {
    /// The requirement.
    public let requirement: Requirement
    /// Its own condition, where it has one.
    public let when: Trace?
    /// Its alternatives.
    public let alternatives: [Alternative]
  }

  /// A pathway.
  public struct Route: Sendable {
    /// The pathway.
    public let pathway: Pathway
    /// Whether law and circumstances leave it open.
    public let available: Trace
    /// Whether the program has taken it.
    public let chosen: Trace
    /// What it asks.
    public let asked: [Asked]
  }

  /// The circuit that the nodes are of.
  public let circuit: Circuit
  /// When the rule binds, and when the requirement does.
  public let applies: [Trace]
  /// When an exception takes the rule's place.
  public let exceptions: [(rule: Rule, trace: Trace)]
  /// What it asks.
  public let alternatives: [Alternative]
  /// What could stand in.
  public let routes: [Route]

  /// All trees of what it asks, the pathways' last.
  public var all: [Trace] {
    alternatives.map(\.trace) + routes.flatMap { $0.asked.flatMap { $0.alternatives.map(\.trace) } }
  }
}
