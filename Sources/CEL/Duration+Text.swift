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
    var total = Duration.zero
    repeat {
      guard let part = Self.part(&reader) else { return nil }
      total += part
      guard total.isInRange else { return nil }
    } while !reader.isAtEnd
    self = isNegative ? .zero - total : total
  }

  private static func part(_ reader: inout DigitReader) -> Duration? {
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
    let perSecond = 1_000_000_000 / unit.nanoseconds
    if perSecond > 0 {
      return .seconds(whole / perSecond) + .nanoseconds(whole % perSecond * unit.nanoseconds + fraction)
    }
    let (seconds, overflow) = whole.multipliedReportingOverflow(by: unit.nanoseconds / 1_000_000_000)
    return overflow ? nil : .seconds(seconds) + .nanoseconds(fraction)
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
