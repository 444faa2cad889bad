/// A date as law and people give it: a day, a month or a year. What is not said is an interval of doubt.
public struct PartialDate: Hashable, Sendable {
  /// How much of the date was given.
  public enum Precision: Sendable { case year, month, day }

  /// The first day that it can mean.
  public let earliest: Day
  /// The last day that it can mean.
  public let latest: Day
  /// How much of it was given.
  public let precision: Precision

  /// An exact day.
  public init(_ day: Day) {
    earliest = day
    latest = day
    precision = .day
  }

  /// A date written as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for other text and for days that do not exist.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.count == width, part.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(String(decoding: part, as: UTF8.self))
      else { return nil }
      numbers.append(number)
    }
    let year = numbers[0]
    let month = numbers.count > 1 ? numbers[1] : nil
    let day = numbers.count > 2 ? numbers[2] : nil
    let last = month.map { Day.length(ofMonth: $0, in: year) } ?? 31
    guard let first = Day(year: year, month: month ?? 1, day: day ?? 1),
      let end = Day(year: year, month: month ?? 12, day: day ?? last)
    else { return nil }
    earliest = first
    latest = end
    precision = day != nil ? .day : month != nil ? .month : .year
  }
}

extension PartialDate: CustomStringConvertible {
  /// As it was written.
  public var description: String {
    switch precision {
    case .year: String(earliest.description.prefix(4))
    case .month: String(earliest.description.prefix(7))
    case .day: earliest.description
    }
  }
}
