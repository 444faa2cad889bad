/// The National Provider Identifier (45 CFR 162.406): ten digits, the first 1 or 2, the last a check digit.
public enum NPI {
  /// Whether the text is one: the Luhn check over the prefix 80840 and the ten digits.
  public static func isValid(_ text: String) -> Bool {
    guard text.utf8.count == 10 else { return false }
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.allSatisfy({ (0...9).contains($0) }), digits[0] == 1 || digits[0] == 2 else {
      return false
    }
    // The prefix 80840 adds 24, whatever follows.
    let sum = digits.reversed().enumerated().reduce(24) { sum, digit in
      let doubled = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
      return sum + doubled / 10 + doubled % 10
    }
    return sum % 10 == 0
  }
}
