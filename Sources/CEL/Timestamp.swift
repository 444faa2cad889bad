/// A moment from the year 1 to 9999, to the nanosecond.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  /// Nanoseconds past `seconds`, from 0 to 999,999,999.
  public let nanoseconds: Int32

  /// The moments of the specification: `0001-01-01T00:00:00Z` up to before the year 10000.
  static let range: Range<Int64> = -62_135_596_800..<253_402_300_800

  /// A moment; nil outside of the years 1 to 9999.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard Self.range.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Earlier.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// The time since 1970.
  var sinceEpoch: Duration { .seconds(seconds) + .nanoseconds(Int64(nanoseconds)) }

  /// The moment a while after 1970; nil out of range.
  init?(sinceEpoch: Duration) {
    let (seconds, attoseconds) = sinceEpoch.components
    let nanoseconds = attoseconds / 1_000_000_000
    self.init(
      seconds: nanoseconds < 0 ? seconds - 1 : seconds,
      nanoseconds: Int32(nanoseconds < 0 ? nanoseconds + 1_000_000_000 : nanoseconds))
  }
}

extension Timestamp: CustomStringConvertible {
  /// As RFC 3339 has it, in UTC, with the digits of the second that there are.
  public var description: String {
    let fields = CivilTime(seconds: seconds)
    let day = "\(fields.year.padded(4))-\(fields.month.padded(2))-\(fields.day.padded(2))"
    let time = "\(fields.hour.padded(2)):\(fields.minute.padded(2)):\(fields.second.padded(2))"
    return "\(day)T\(time)\(Int(nanoseconds).asFraction)Z"
  }

  /// Reads RFC 3339: `2009-02-13T23:31:30.5Z`, or with an offset such as `+01:00` for the `Z`.
  public init?(_ text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
      let day = reader.number(2), reader.skip("T"), let hour = reader.number(2), reader.skip(":"),
      let minute = reader.number(2), reader.skip(":"), let second = reader.number(2)
    else { return nil }
    guard year >= 1, (1...12).contains(month), day >= 1, day <= CivilTime.daysOfMonth(month, year), hour < 24,
      minute < 60, second < 60
    else { return nil }
    var nanoseconds = 0
    if reader.skip(".") {
      guard let fraction = reader.fraction() else { return nil }
      nanoseconds = fraction
    }
    guard let offset = reader.offset(), reader.isAtEnd else { return nil }
    let days = CivilTime.days(year: year, month: month, day: day)
    self.init(
      seconds: Int64(days * 86_400 + hour * 3_600 + minute * 60 + second - offset), nanoseconds: Int32(nanoseconds))
  }
}

/// The parts of a moment as a calendar and clock show them.
struct CivilTime {
  let year: Int
  /// From 1.
  let month: Int
  /// Of the month, from 1.
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int
  /// From 0, Sunday.
  let dayOfWeek: Int
  /// From 0.
  let dayOfYear: Int

  /// Seconds since 1970 on the clock that is to be read.
  init(seconds: Int64) {
    let days = Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400)
    let rest = Int(seconds) - days * 86_400
    (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60)
    dayOfWeek = ((days + 4) % 7 + 7) % 7
    // Days of a year that begins in March, in eras of 400 years.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayFromMarch = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayFromMarch + 2) / 153
    day = dayFromMarch - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    dayOfYear = days - Self.days(year: year, month: 1, day: 1)
  }

  /// Days since 1970-01-01.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayFromMarch = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayFromMarch - 719_468
  }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func daysOfMonth(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Int {
  /// With leading zeros.
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }

  /// Nanoseconds as `.5`; nothing for none.
  var asFraction: String {
    guard self > 0 else { return "" }
    var digits = padded(9)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
  }
}
