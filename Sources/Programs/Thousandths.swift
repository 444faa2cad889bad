import Documents

/// Decimal numbers kept as whole thousandths, since 0.6 + 0.3 + 0.1 is less than 1 in floating point.
public enum Thousandths {
  /// Reads `1`, `0.5` or `0.125`; nil for anything else.
  public static func parse(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(strict: String(parts[0])), whole >= 0, whole <= 1_000_000 else {
      return nil
    }
    guard parts.count == 2 else { return whole * 1000 }
    let decimals = parts[1]
    guard (1...3).contains(decimals.utf8.count), decimals.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let fraction = Int(decimals + String(repeating: "0", count: 3 - decimals.utf8.count))
    else { return nil }
    return whole * 1000 + fraction
  }

  /// As a person writes it, without trailing zeros.
  public static func text(_ thousandths: Int) -> String {
    let whole = thousandths / 1000
    let rest = thousandths % 1000
    guard rest != 0 else { return String(whole) }
    var digits = String(1000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(whole).\(digits)"
  }
}
