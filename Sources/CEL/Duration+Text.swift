extension Duration {
  /// Whether expressions can hold it: durations are 64-bit counts of nanoseconds, about 292 years.
  var isInRange: Bool { wholeNanoseconds != nil }

  private static let units: [(name: String, nanoseconds: Int64)] = [
    ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000),
    ("m", 60_000_000_000), ("h", 3_600_000_000_000),
  ]

  /// Reads `1h30m`, `-1.5s`, `0`: numbers with units, from hours to nanoseconds; nil when it is none, or too long.
  init?(expressionText text: String) {
    var reader = DigitReader(text)
    let isNegative = reader.skip("-")
    if !isNegative { _ = reader.skip("+") }
    if reader.rest == "0" {
      self = .zero
      return
    }
    var total: Int64 = 0
    repeat {
      guard let part = Self.nanoseconds(&reader) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !overflow else { return nil }
      total = sum
    } while !reader.isAtEnd
    self = .nanoseconds(isNegative ? -total : total)
  }

  /// One number with its unit; nil for anything else, and beyond 64 bits.
  private static func nanoseconds(_ reader: inout DigitReader) -> Int64? {
    let start = reader.place
    let whole = reader.number() ?? 0
    let hasWhole = reader.place > start
    var digits: Int64 = 0
    var scale: Int64 = 1
    var hasFraction = false
    if reader.skip(".") {
      while let digit = reader.number(1) {
        hasFraction = true
        // What is finer than a billionth of a billionth is cut off.
        guard scale < 1_000_000_000_000_000_000 else { continue }
        digits = digits * 10 + Int64(digit)
        scale *= 10
      }
    }
    guard hasWhole || hasFraction, let unit = units.first(where: { reader.skip(word: $0.name) }) else { return nil }
    let fraction = scale.dividingFullWidth(digits.multipliedFullWidth(by: unit.nanoseconds)).quotient
    let (product, overflow) = whole.multipliedReportingOverflow(by: unit.nanoseconds)
    let (sum, more) = product.addingReportingOverflow(fraction)
    return overflow || more ? nil : sum
  }

  /// In seconds, as `90s` and `-1.5s`.
  var expressionText: String {
    let (seconds, attoseconds) = components
    let nanoseconds = Int(attoseconds / 1_000_000_000)
    let sign = seconds < 0 || nanoseconds < 0 ? "-" : ""
    return "\(sign)\(seconds.magnitude)\(abs(nanoseconds).asFraction)s"
  }

  /// Nanoseconds in all; nil beyond 64 bits.
  var wholeNanoseconds: Int64? {
    let (seconds, attoseconds) = components
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, more) = product.addingReportingOverflow(attoseconds / 1_000_000_000)
    return overflow || more ? nil : sum
  }
}
