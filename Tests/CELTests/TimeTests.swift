import Testing

@testable import CEL

struct TimeTests {
  @Test(
    "Timestamps are RFC 3339, from the year 1 to 9999",
    arguments: [
      ("string(timestamp('2009-02-13T23:31:30Z'))", #""2009-02-13T23:31:30Z""#),
      ("string(timestamp('2009-02-14T01:31:30.120+02:00'))", #""2009-02-13T23:31:30.12Z""#),
      ("string(timestamp('0001-01-01T00:00:00Z'))", #""0001-01-01T00:00:00Z""#),
      ("string(timestamp('9999-12-31T23:59:59.999999999Z'))", #""9999-12-31T23:59:59.999999999Z""#),
      ("string(timestamp('2009-02-13T23:31:30.1234567899Z'))", #""2009-02-13T23:31:30.123456789Z""#),
      ("timestamp('2009-02-29T00:00:00Z')", #"error: "2009-02-29T00:00:00Z" is no timestamp"#),
      ("timestamp('0000-01-01T00:00:00Z')", #"error: "0000-01-01T00:00:00Z" is no timestamp"#),
      ("timestamp('2009-02-13')", #"error: "2009-02-13" is no timestamp"#),
      ("timestamp('9999-12-31T23:59:59Z') + duration('1s')", "error: `+` leaves the range of timestamp"),
      ("timestamp('0001-01-01T00:00:00Z') - duration('1ns')", "error: `-` leaves the range of timestamp"),
      (
        "timestamp('9999-12-31T00:00:00Z') - timestamp('0001-01-01T00:00:00Z')",
        "error: `-` leaves the range of duration"
      ),
      ("timestamp(253402300800)", "error: 253402300800 is out of the range of timestamp"),
      ("timestamp('1969-12-31T23:59:59.5Z') < timestamp(0)", "true"),
      ("string(timestamp('1969-12-31T23:59:59.5Z') + duration('250ms'))", #""1969-12-31T23:59:59.75Z""#),
    ])
  func timestamps(text: String, expected: String) throws { #expect(try evaluate(text) == expected) }

  @Test(
    "Durations are numbers with units, written in seconds",
    arguments: [
      ("duration('1h30m')", "5400s"), ("duration('-1.5h')", "-5400s"), ("duration('1.5s')", "1.5s"),
      ("duration('0')", "0s"),
      ("duration('1us')", "0.000001s"), ("duration('1µs')", "0.000001s"), ("duration('1ms1ns')", "0.001000001s"),
      ("duration('.5m')", "30s"), ("duration('2562047h')", "9223369200s"), ("duration('0.0000000009s')", "0s"),
      ("duration('9223372036.854775807s')", "9223372036.854775807s"), ("duration('+2m')", "120s"),
      ("duration('0.1ns')", "0s"),
      ("duration('1.0000000001h')", "3600.00000036s"), ("duration('1s') - duration('3s')", "-2s"),
    ])
  func durations(text: String, expected: String) throws {
    #expect(try evaluate("string(\(text))") == "\"\(expected)\"")
  }

  @Test(
    "What is no duration is refused",
    arguments: [
      "1", "s", "1h 30m", "1d", "--1s", "", "-", "1.s1", "400000h9999999h", "9223372036s9223372036854775807s",
      "2562048h", "9223372036854775807h", "99999999999999999999s", "1e3s",
    ])
  func noDurations(text: String) throws {
    #expect(try evaluate("duration('\(text)')") == "error: \"\(text)\" is no duration")
  }

  @Test(
    "The parts of a moment are those of its time zone",
    arguments: [
      // The United States moved their clocks on 2024-03-10 at 02:00 and 2024-11-03 at 02:00 local time.
      ("timestamp('2024-03-10T06:59:59Z').getHours('America/New_York')", "1"),
      ("timestamp('2024-03-10T07:00:00Z').getHours('America/New_York')", "3"),
      ("timestamp('2024-11-03T05:59:59Z').getHours('America/New_York')", "1"),
      ("timestamp('2024-11-03T06:00:00Z').getHours('America/New_York')", "1"),
      ("timestamp('2024-11-03T07:00:00Z').getHours('America/New_York')", "2"),
      // Behind the end of the file's table: the second Sunday of March 2100 is the 14th.
      ("timestamp('2100-03-14T06:59:59Z').getHours('America/New_York')", "1"),
      ("timestamp('2100-03-14T07:00:00Z').getHours('America/New_York')", "3"),
      // The south has its summer around the turn of the year.
      ("timestamp('2090-01-15T00:00:00Z').getHours('Australia/Sydney')", "11"),
      ("timestamp('2090-07-15T00:00:00Z').getHours('Australia/Sydney')", "10"),
      ("timestamp('2024-07-01T00:00:00Z').getMinutes('Asia/Kathmandu')", "45"),
      ("timestamp('2024-07-01T00:00:00Z').getHours('America/Phoenix')", "17"),
      ("timestamp('2024-01-01T03:00:00Z').getFullYear('US/Central')", "2023"),
      ("timestamp('2024-01-01T03:00:00Z').getDayOfYear('-05:00')", "364"),
      ("timestamp('2024-02-29T12:00:00Z').getMonth()", "1"), ("timestamp('2024-02-29T12:00:00Z').getDate()", "29"),
      ("timestamp('2024-02-29T12:00:00Z').getDayOfMonth()", "28"),
      ("timestamp('2024-02-29T12:00:00Z').getDayOfWeek()", "4"),
      ("timestamp('2024-12-31T12:00:00Z').getDayOfYear()", "365"),
      ("timestamp('1900-03-01T00:00:00Z').getDayOfYear()", "59"),
      ("timestamp('0001-01-01T00:00:00Z').getDayOfWeek()", "1"),
      ("timestamp('1969-12-31T23:59:59Z').getSeconds()", "59"),
      ("timestamp('2024-01-01T00:00:00Z').getHours('Mars/Base')", #"error: "Mars/Base" is no time zone"#),
      ("timestamp('2024-01-01T00:00:00Z').getHours('../etc/passwd')", #"error: "../etc/passwd" is no time zone"#),
      ("timestamp('2024-01-01T00:00:00Z').getHours('America')", #"error: "America" is no time zone"#),
      ("timestamp('2024-01-01T00:00:00Z').getHours('+25:00')", #"error: "+25:00" is no time zone"#),
      ("duration('3730.5s').getMinutes()", "62"), ("duration('3730.5s').getMilliseconds()", "500"),
      ("duration('-90m').getHours()", "-1"),
      ("dyn(duration('1s')).getFullYear()", "error: `getFullYear` does not take (google.protobuf.Duration)"),
    ])
  func parts(text: String, expected: String) throws { #expect(try evaluate(text) == expected) }

  @Test("Every day of 400 years keeps its place in the calendar")
  func calendar() {
    var day = CivilTime.days(year: 1800, month: 1, day: 1)
    var wrong: [Int] = []
    for year in 1800..<2200 {
      for month in 1...12 {
        for number in 1...CivilTime.daysOfMonth(month, year) {
          let time = CivilTime(seconds: Int64(day) * 86_400 + 86_399)
          if (time.year, time.month, time.day, time.second) != (year, month, number, 59) { wrong.append(day) }
          day += 1
        }
      }
    }
    #expect(wrong == [])
    #expect(day == CivilTime.days(year: 2200, month: 1, day: 1))
    // The Gregorian calendar repeats after 400 years of 146,097 days.
    #expect(day - CivilTime.days(year: 1800, month: 1, day: 1) == 146_097)
  }
}
