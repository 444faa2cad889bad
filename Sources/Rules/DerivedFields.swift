import CEL

/// Fields that the vocabulary gives to parts of a program: what a profession needs, what a service is called elsewhere.
public enum DerivedFields {
  /// One such field: its name and type, the field whose word decides, and the attribute of that word.
  public struct Field: Sendable {
    /// What rules call it.
    public let name: String
    /// Its type.
    public let type: Type
    /// The field of the same part whose word is looked up.
    public let word: String
    /// The vocabulary in which it is looked up.
    public let vocabulary: String
    /// The attribute that is the answer.
    public let attribute: String
    /// The answer where the vocabulary gives none; nil: no key.
    public let otherwise: String?
  }

  /// The derived fields by shape.
  public static let all: [String: [Field]] = [
    "practitioner": [
      Field(
        name: "credential", type: .enumeration("credential"), word: "profession", vocabulary: "profession",
        attribute: "credential", otherwise: "none"),
      // The service that a licence of the profession is for: what a physical therapist's licence permits is physical therapy.
      Field(
        name: "core_service", type: .enumeration("service"), word: "profession", vocabulary: "profession",
        attribute: "core_service", otherwise: "none"),
      Field(
        name: "compact", type: Types.key(of: "compact"), word: "profession", vocabulary: "profession",
        attribute: "compact", otherwise: nil),
      Field(
        name: "scope", type: Types.key(of: "scope"), word: "profession", vocabulary: "profession",
        attribute: "scope", otherwise: nil),
      Field(
        name: "medicare_benefit", type: Types.key(of: "medicare_benefit"), word: "profession", vocabulary: "profession",
        attribute: "medicare_benefit", otherwise: nil),
    ],
    "service": [
      Field(
        name: "medicaid", type: Types.key(of: "medicaid_coverage"), word: "service", vocabulary: "service",
        attribute: "medicaid", otherwise: nil)
    ],
  ]

  /// The derived field of a shape by name.
  public static func field(_ name: String, of shape: String) -> Field? { all[shape]?.first { $0.name == name } }
}
