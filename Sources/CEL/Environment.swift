/// What an expression may speak of: variables, functions, records and enumerations.
public struct Environment: Sendable {
  /// One signature of a function. Operators are functions by their names of the specification, such as `_<=_`.
  public struct Overload: Hashable, Sendable {
    /// A name of its own, which the checker records for a resolved call, such as `days_date_date`.
    public let id: String
    /// Whether it is called as `target.name(…)`; the target is the first of `parameters`.
    public let isMethod: Bool
    /// The types of the arguments, the target included.
    public let parameters: [Type]
    /// The type of the answer.
    public let result: Type

    /// A signature from its parts.
    public init(_ id: String, isMethod: Bool = false, _ parameters: [Type], _ result: Type) {
      self.id = id
      self.isMethod = isMethod
      self.parameters = parameters
      self.result = result
    }
  }

  /// Variables by name, dots included.
  public var variables: [String: Type]
  /// The signatures of each function, besides the standard library.
  public var functions: [String: [Overload]]
  /// The fields of each record with their types.
  public var records: [String: [String: Type]]
  /// The words of each enumeration.
  public var enumerations: [String: [String]]
  /// Whether a variable or record may have a dot in its name; a host that has none says so, and is spared the search.
  public var hasDottedNames = true
  /// The name container in which identifiers are looked up first.
  public var container: String

  /// An environment; the standard library is always there.
  public init(
    variables: [String: Type] = [:], functions: [String: [Overload]] = [:], records: [String: [String: Type]] = [:],
    enumerations: [String: [String]] = [:], container: String = ""
  ) {
    self.variables = variables
    self.functions = functions
    self.records = records
    self.enumerations = enumerations
    self.container = container
  }
}
