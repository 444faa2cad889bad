import Diagnostics

/// Runs cases in the form of the conformance files: one JSON object a line, with `expr`, and where wanted `bindings`,
/// `container`, `disable_check` and `disable_macros`.
///
/// The answer to a line is `{"value": …}` in typed form, `{"error": "…"}`, or `{"unknown": ["name", …]}`. A binding may
/// be `{"unknown": true}` or `{"error": "…"}` besides a typed value.
public enum CaseRunner {
  /// The longest line, in bytes.
  public static let longest = 1 << 22

  /// The answer to a line, without its line break. A line that can't be read is answered with an error.
  public static func answer(_ line: [UInt8], limits: EvaluationLimits = .standard) -> String {
    do throws(CaseFailure) {
      return try outcome(line, limits).json.written
    } catch {
      return EvaluationResult.error(EvaluationError(error.summary, at: 0..<0)).json.written
    }
  }

  private static func outcome(_ line: [UInt8], _ limits: EvaluationLimits) throws(CaseFailure) -> EvaluationResult {
    guard line.count <= longest else { throw CaseFailure("a case has at most \(longest) bytes") }
    let json: JSON
    do throws(JSON.Failure) {
      json = try JSON(line)
    } catch {
      throw CaseFailure("no JSON: \(error.summary) at byte \(error.offset + 1)")
    }
    guard let text = json["expr"]?.text else { throw CaseFailure("expected an object with `expr`, a string") }
    let bindings = try bindings(json["bindings"])
    let environment = Environment(
      variables: bindings.mapValues { _ in .dyn }, container: json["container"]?.text ?? "")
    let source = SourceText(name: "expr", text: text)
    do throws(Rejection) {
      let expression = try Parser.parse(source, macros: !json.isSet("disable_macros"), pairMacros: true)
      let program =
        json.isSet("disable_check")
        ? CompiledExpression(unchecked: expression, in: environment)
        : CompiledExpression(try Checker.check(expression, in: source, against: environment), in: environment)
      return program.evaluate(program.bindings(bindings), limits: limits)
    } catch {
      throw CaseFailure(error.diagnostics.map { $0.placed }.joined(separator: "; "))
    }
  }

  private static func bindings(_ json: JSON?) throws(CaseFailure) -> [String: Binding] {
    guard let json else { return [:] }
    guard case .object(let members) = json else { throw CaseFailure("`bindings` is an object of typed values") }
    var bindings: [String: Binding] = [:]
    for (name, value) in members {
      if case .bool(true)? = value["unknown"] {
        bindings[name] = .unknown
      } else if let summary = value["error"]?.text {
        bindings[name] = .error(summary)
      } else {
        bindings[name] = .value(try Value(value))
      }
    }
    return bindings
  }
}

extension JSON {
  /// Whether a member is `true`.
  fileprivate func isSet(_ key: String) -> Bool { if case .bool(true)? = self[key] { true } else { false } }
}

extension EvaluationResult {
  /// The answer in the form of the cases.
  var json: JSON {
    switch self {
    case .value(let value): .object([("value", value.json)])
    case .unknown(let names): .object([("unknown", .array(names.map(JSON.string)))])
    case .error(let error): .object([("error", .string(error.summary))])
    }
  }
}

extension Diagnostic {
  /// The summary behind its line and column.
  fileprivate var placed: String {
    range.map { "\($0.start.line):\($0.start.column): \(summary)" } ?? summary
  }
}
