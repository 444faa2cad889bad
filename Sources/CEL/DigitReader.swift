/// Reads fixed forms of digits: times, offsets, durations.
struct DigitReader {
  private let bytes: [UInt8]
  private(set) var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { place == bytes.count }

  /// The byte that is next; nil at the end.
  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// All that is left.
  var rest: String { String(decoding: bytes[place...], as: UTF8.self) }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  /// Skips a word if it is next.
  mutating func skip(word: String) -> Bool {
    guard bytes[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  /// Exactly `count` digits.
  mutating func number(_ count: Int) -> Int? {
    guard place + count <= bytes.count else { return nil }
    var number = 0
    for byte in bytes[place..<(place + count)] {
      guard byte.isDigit else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    place += count
    return number
  }

  /// As many digits as there are; nil, and nothing is read, for none or a number beyond 64 bits.
  mutating func number() -> Int64? {
    var number: Int64 = 0
    var end = place
    while end < bytes.count, bytes[end].isDigit {
      let (tens, over) = number.multipliedReportingOverflow(by: 10)
      let (sum, more) = tens.addingReportingOverflow(Int64(bytes[end] - 0x30))
      guard !over, !more else { return nil }
      number = sum
      end += 1
    }
    guard end > place else { return nil }
    place = end
    return number
  }

  /// The digits behind a decimal point, as billionths; what is finer is cut off.
  mutating func fraction() -> Int? {
    var number = 0
    var count = 0
    while let byte = next, byte.isDigit {
      if count < 9 { number = number * 10 + Int(byte - 0x30) }
      count += 1
      place += 1
    }
    guard count > 0 else { return nil }
    for _ in min(count, 9)..<9 { number *= 10 }
    return number
  }

  /// `Z`, or an offset as `+01:00`, in seconds.
  mutating func offset() -> Int? {
    if skip("Z") { return 0 }
    let sign: Int
    if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
    guard let hours = number(2), skip(":"), let minutes = number(2), hours < 24, minutes < 60 else { return nil }
    return sign * (hours * 3_600 + minutes * 60)
  }
}
