/// The rule at the end of a time zone file for all years behind its table, such as `EST5EDT,M3.2.0,M11.1.0`
/// (POSIX, the environment variable `TZ`).
struct DaylightRule: Sendable {
  private let standard: Int
  /// Daylight saving time; nil where there is none.
  private let daylight: (offset: Int, start: Change, end: Change)?

  /// The day and time of a change within any year.
  private struct Change: Sendable {
    enum Day {
      /// A weekday of the nth week of a month; week 5 is the last.
      case week(month: Int, week: Int, weekday: Int)
      /// A day of the year from 1, without 29 February.
      case julian(Int)
      /// A day of the year from 0.
      case ordinal(Int)
    }

    let day: Day
    /// Seconds on the clock of before the change.
    let time: Int

    /// Seconds since 1970 on the clock of before the change.
    func seconds(in year: Int) -> Int64 { Int64(days(in: year) * 86_400 + time) }

    private func days(in year: Int) -> Int {
      let first = CivilTime.days(year: year, month: 1, day: 1)
      switch day {
      case .ordinal(let number): return first + number
      case .julian(let number): return first + number - 1 + (number >= 60 && CivilTime.isLeap(year) ? 1 : 0)
      case .week(let month, let week, let weekday):
        let start = CivilTime.days(year: year, month: month, day: 1)
        let ahead = ((weekday - (start + 4)) % 7 + 7) % 7
        let day = start + ahead + (week - 1) * 7
        return day >= start + CivilTime.daysOfMonth(month, year) ? day - 7 : day
      }
    }
  }

  /// Reads a rule; nil when it is none.
  init?(_ text: String) {
    var reader = DigitReader(text)
    guard Self.skipName(&reader), let west = Self.time(&reader) else { return nil }
    standard = -west
    guard !reader.isAtEnd else {
      daylight = nil
      return
    }
    guard Self.skipName(&reader) else { return nil }
    var offset = standard + 3_600
    if reader.next != UInt8(ascii: ",") {
      guard let west = Self.time(&reader) else { return nil }
      offset = -west
    }
    guard reader.skip(","), let start = Self.change(&reader), reader.skip(","), let end = Self.change(&reader),
      reader.isAtEnd
    else { return nil }
    daylight = (offset, start, end)
  }

  /// Seconds to add to UTC at a moment.
  func offset(at seconds: Int64) -> Int {
    guard let daylight else { return standard }
    let year = CivilTime(seconds: seconds + Int64(standard)).year
    let start = daylight.start.seconds(in: year) - Int64(standard)
    let end = daylight.end.seconds(in: year) - Int64(daylight.offset)
    let isDaylight = start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end
    return isDaylight ? daylight.offset : standard
  }

  private static func skipName(_ reader: inout DigitReader) -> Bool {
    if reader.skip("<") {
      while let byte = reader.next, byte != UInt8(ascii: ">") { _ = reader.skip(Unicode.Scalar(byte)) }
      return reader.skip(">")
    }
    let start = reader.place
    while let byte = reader.next, byte.isLetter { _ = reader.skip(Unicode.Scalar(byte)) }
    return reader.place > start
  }

  /// `5`, `-3:30`, `02:00:00`, in seconds.
  private static func time(_ reader: inout DigitReader) -> Int? {
    let isNegative = reader.skip("-")
    if !isNegative { _ = reader.skip("+") }
    var total = 0
    var unit = 3_600
    repeat {
      guard let number = reader.number(), number <= 1_000 else { return nil }
      total += Int(number) * unit
      unit /= 60
    } while unit > 0 && reader.skip(":")
    return isNegative ? -total : total
  }

  private static func change(_ reader: inout DigitReader) -> Change? {
    let day: Change.Day
    if reader.skip("M") {
      guard let month = reader.number(), (1...12).contains(month), reader.skip("."), let week = reader.number(),
        (1...5).contains(week), reader.skip("."), let weekday = reader.number(), weekday < 7
      else { return nil }
      day = .week(month: Int(month), week: Int(week), weekday: Int(weekday))
    } else if reader.skip("J") {
      guard let number = reader.number(), (1...365).contains(number) else { return nil }
      day = .julian(Int(number))
    } else {
      guard let number = reader.number(), number < 366 else { return nil }
      day = .ordinal(Int(number))
    }
    guard reader.skip("/") else { return Change(day: day, time: 7_200) }
    return time(&reader).map { Change(day: day, time: $0) }
  }
}
