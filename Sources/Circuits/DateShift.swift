import Documents

/// How law moves a date by the calendar.
public enum DateShift: Hashable, Sendable {
  /// The same day so many months on, or that month's last.
  case months(Int)
  /// So many business days on. Holidays are not coded: what is known is a bound.
  case businessDays(Int)
  /// The last day of its month.
  case endOfMonth

  /// The earliest and the latest day that can be meant, as day numbers. Dates beyond all others stay where they are.
  func bounds(of number: Int) -> ClosedRange<Int> {
    guard abs(number) < Linear.infinity / 2 else { return number...number }
    let day = Day(number: number)
    switch self {
    case .months(let count):
      let moved = day.adding(months: count).number
      return moved...moved
    case .endOfMonth:
      let (year, month, _) = day.civil
      let last = Day(year: year, month: month, day: Day.length(ofMonth: month, in: year)) ?? day
      return last.number...last.number
    case .businessDays(let count):
      let soonest = Self.weekdays(count, after: number)
      // No state keeps more than 15 holidays a year that fall on a weekday.
      let holidays = count > 0 ? count * 15 / 245 + 3 : 0
      return soonest...Self.weekdays(count + holidays, after: number)
    }
  }

  /// The bounds for a date within bounds.
  func bounds(of range: ClosedRange<Int>) -> ClosedRange<Int> {
    bounds(of: range.lowerBound).lowerBound...bounds(of: range.upperBound).upperBound
  }

  /// The day so many weekdays after another.
  private static func weekdays(_ count: Int, after start: Int) -> Int {
    var number = start
    var left = count
    while left > 0 {
      number += 1
      // 1970-01-01 was a Thursday: days 2 and 3 of each week are Saturday and Sunday.
      let weekday = ((number % 7) + 7) % 7
      if weekday != 2, weekday != 3 { left -= 1 }
    }
    return number
  }
}
