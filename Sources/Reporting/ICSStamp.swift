import Documents

/// A moment in UTC, to the second.
public struct ICSStamp: Sendable {
  private let seconds: Int

  /// So many seconds after 1970-01-01.
  public init(secondsSince1970 seconds: Int) { self.seconds = seconds }

  /// `20261125T081530Z`.
  var text: String {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    let date = Day(number: day).description.filter { $0 != "-" }
    return "\(date)T\(Self.two(rest / 3600))\(Self.two(rest / 60 % 60))\(Self.two(rest % 60))Z"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
