/// The typed form of values in cases: `{"int": "1"}`, `{"list": [{"string": "a"}]}`.
extension Value {
  /// Reads the typed form.
  /// - Throws: `CaseFailure` that says what was expected.
  init(_ json: JSON) throws(CaseFailure) {
    guard case .object(let members) = json, members.count == 1 else {
      throw CaseFailure("expected a typed value such as {\"int\": \"1\"}, found \(json.written)")
    }
    let (type, content) = members[0]
    switch (type, content) {
    case ("null", .null): self = .null
    case ("bool", .bool(let bool)): self = .bool(bool)
    case ("int", _): self = .int(try Self.number(content, type) { Int64($0) })
    case ("uint", _): self = .uint(try Self.number(content, type) { UInt64($0) })
    case ("double", _): self = .double(try Self.number(content, type) { Double($0) })
    case ("string", .string(let text)): self = .string(text)
    case ("bytes", _): self = .bytes(try Self.number(content, type) { [UInt8](hexadecimal: $0) })
    case ("timestamp", _): self = .timestamp(try Self.number(content, type) { Timestamp($0) })
    case ("duration", _): self = .duration(try Self.number(content, type) { Duration(expressionText: $0) })
    case ("type", .string(let name)): self = .type(name)
    case ("list", .array(let elements)):
      var values: [Value] = []
      for element in elements { values.append(try Value(element)) }
      self = .list(values)
    case ("map", .array(let entries)): self = .map(try Self.map(entries))
    default: throw CaseFailure("\(json.written) is no typed value")
    }
  }

  private static func number<T>(_ json: JSON, _ type: String, _ read: (String) -> T?) throws(CaseFailure) -> T {
    let text: String
    switch json {
    case .string(let string): text = string
    case .number(let number): text = number
    default: throw CaseFailure("expected the text of a \(type), found \(json.written)")
    }
    guard let value = read(text) else { throw CaseFailure("\(json.written) is no \(type)") }
    return value
  }

  private static func map(_ entries: [JSON]) throws(CaseFailure) -> MapValue {
    var pairs: [(key: Value, value: Value)] = []
    for entry in entries {
      guard case .array(let pair) = entry, pair.count == 2 else {
        throw CaseFailure("expected a pair of key and value, found \(entry.written)")
      }
      pairs.append((try Value(pair[0]), try Value(pair[1])))
    }
    do throws(MapError) {
      return try MapValue(pairs)
    } catch {
      throw CaseFailure("the keys of a map must be bool, int, uint or string, each once")
    }
  }

  /// The typed form. Timestamps and durations are written as the language writes them as strings.
  var json: JSON {
    switch self {
    case .null: Self.typed("null", .null)
    case .bool(let bool): Self.typed("bool", .bool(bool))
    case .int(let number): Self.typed("int", .string(String(number)))
    case .uint(let number): Self.typed("uint", .string(String(number)))
    case .double(let number): Self.typed("double", .string(number.jsonText))
    case .string(let text): Self.typed("string", .string(text))
    case .bytes(let bytes): Self.typed("bytes", .string(bytes.hexadecimal))
    case .list(let list): Self.typed("list", .array(list.elements.map(\.json)))
    case .map(let map): Self.typed("map", .array(map.entries.map { .array([$0.key.json, $0.value.json]) }))
    case .timestamp(let moment): Self.typed("timestamp", .string(moment.description))
    case .duration(let duration): Self.typed("duration", .string(duration.expressionText))
    case .type(let name): Self.typed("type", .string(name))
    case .record(let record):
      Self.typed(record.name, .object(record.fields.entries.map { ($0.key.plainText, $0.value.json) }))
    }
  }

  private static func typed(_ type: String, _ content: JSON) -> JSON { .object([(type, content)]) }
}

extension Double {
  /// `1.5`, `inf`, `-inf`, `nan`.
  fileprivate var jsonText: String { isNaN ? "nan" : isInfinite ? (self > 0 ? "inf" : "-inf") : description }
}

/// Why a case can't be run.
struct CaseFailure: Error {
  let summary: String

  init(_ summary: String) { self.summary = summary }
}
