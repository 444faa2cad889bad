import Documents
import Glibc

/// The one place where the command line reads the clock.
enum Clock {
  /// Now, in seconds since 1970-01-01 in UTC.
  static var secondsSince1970: Int { time(nil) }

  /// Today, where the user is.
  static var today: Day {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    let day = Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
    return day ?? Day(number: now / 86_400)
  }
}
