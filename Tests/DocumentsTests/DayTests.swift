import Documents
import Foundation
import Testing

@Suite struct DayTests {
  @Test func numbersDaysAsTheCalendarDoes() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var count = 0
    for number in stride(from: -120_000, through: 120_000, by: 97) {
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      let (year, month, day) = Day(number: number).civil
      #expect([year, month, day] == [parts.year, parts.month, parts.day])
      #expect(Day(year: year, month: month, day: day)?.number == number)
      count += 1
    }
    #expect(count == 2475)
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
    ("2026-11-25", 2, "2027-01-25"), ("2026-01-15", -13, "2024-12-15"), ("2024-02-29", 12, "2025-02-28"),
  ])
  func addsMonthsToTheSameDayOrTheLast(start: String, months: Int, end: String) throws {
    #expect(try #require(Day(start)).adding(months: months).description == end)
  }

  @Test func writesYearsWithFourDigits() { #expect(Day(year: 33, month: 4, day: 3)?.description == "0033-04-03") }
}
