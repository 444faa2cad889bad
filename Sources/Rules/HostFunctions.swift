import CEL

/// The functions and operators that rules have besides those of the language.
public enum HostFunctions {
  /// Their signatures. `families` are the families of keys that can be looked up in a law, with the type of their
  /// answers.
  static func overloads(families: [String: Type]) -> [String: [Environment.Overload]] {
    var functions: [String: [Environment.Overload]] = [
      "law_of": [
        .init("law_of_state", [.enumeration("state")], Types.law),
        .init("law_of_state_date", [.enumeration("state"), Types.date], Types.law),
      ],
      "law_on": [.init("law_on_date", [Types.date], Types.law)],
      "federal_on": [.init("federal_on_date", [Types.date], Types.federal)],
      "standards_on": [.init("standards_on_date", [Types.date], Types.standards)],
      "end_of_month": [.init("end_of_month", [Types.date], Types.date)],
      "days": [.init("days_between", [Types.date, Types.date], .int)],
      "add": [
        .init("add_days", [Types.date, .int], Types.date),
        .init("add_unit", [Types.date, .int, .enumeration("date_unit")], Types.date),
      ],
      "sum": [.init("sum_int", [.list(.int)], .int)],
      "unsettled": [.init("unsettled_reason", [.string], .bool)],
    ]
    for (name, id) in [("_<_", "less"), ("_<=_", "less_equals"), ("_>_", "greater"), ("_>=_", "greater_equals")] {
      functions[name] = [.init("\(id)_date", [Types.date, Types.date], .bool)]
    }
    functions["_<=_", default: []].append(.init("less_equals_cap", [.int, Types.cap], .bool))
    functions["_[_]"] = families.sorted { $0.key < $1.key }.flatMap { family, type in
      [
        .init("law_key_\(family)", [Types.law, Types.key(of: family)], type),
        .init("law_key_\(family)", [Types.federal, Types.key(of: family)], type),
        .init("law_key_\(family)", [Types.standards, Types.key(of: family)], type),
      ]
    }
    return functions
  }
}
