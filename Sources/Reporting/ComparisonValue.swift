import Law

/// A value of law as JSON has it: words as texts, numbers as numbers, lists as arrays, records as objects.
struct ValueForm: Encodable {
  let value: FactValue

  init(_ value: FactValue) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    switch value {
    case .bool(let flag): try encode(flag, encoder)
    case .int(let number), .cap(let number?): try encode(number, encoder)
    case .words(let words): try encode(words, encoder)
    case .records(let records): try encode(records.map { $0.mapValues(ValueForm.init) }, encoder)
    default: try encode(value.description, encoder)
    }
  }

  private func encode(_ value: some Encodable, _ encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
