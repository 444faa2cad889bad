/// The parts of a moment or a duration.
enum TimeParts {
  /// A part as a calendar and clock show it, with the nanoseconds past the second.
  struct Part: Sendable {
    let ofMoment: @Sendable (CivilTime, Int) -> Int
    /// The same of a duration, as a whole number of that unit; nil where durations have no such part.
    let ofDuration: (@Sendable (Duration) -> Int64)?
  }

  static let all: [(String, Part)] = [
    ("getFullYear", Part(ofMoment: { time, _ in time.year }, ofDuration: nil)),
    ("getMonth", Part(ofMoment: { time, _ in time.month - 1 }, ofDuration: nil)),
    ("getDate", Part(ofMoment: { time, _ in time.day }, ofDuration: nil)),
    ("getDayOfMonth", Part(ofMoment: { time, _ in time.day - 1 }, ofDuration: nil)),
    ("getDayOfWeek", Part(ofMoment: { time, _ in time.dayOfWeek }, ofDuration: nil)),
    ("getDayOfYear", Part(ofMoment: { time, _ in time.dayOfYear }, ofDuration: nil)),
    ("getHours", Part(ofMoment: { time, _ in time.hour }, ofDuration: { $0.components.seconds / 3_600 })),
    ("getMinutes", Part(ofMoment: { time, _ in time.minute }, ofDuration: { $0.components.seconds / 60 })),
    ("getSeconds", Part(ofMoment: { time, _ in time.second }, ofDuration: { $0.components.seconds })),
    (
      "getMilliseconds",
      Part(ofMoment: { _, nanoseconds in nanoseconds / 1_000_000 }) {
        $0.components.attoseconds / 1_000_000_000_000_000
      }
    ),
  ]

  static func inUTC(_ part: Part) -> Operation.Unary {
    return { (value, frame, site) throws(Interruption) in
      switch value {
      case .timestamp(let moment):
        return .int(Int64(part.ofMoment(CivilTime(seconds: moment.seconds), Int(moment.nanoseconds))))
      case .duration(let duration):
        guard let number = part.ofDuration?(duration) else { throw site.noOverload(value) }
        return .int(number)
      default: throw site.noOverload(value)
      }
    }
  }

  static func inZone(_ part: Part) -> Operation.Apply {
    return { (value, prepared, frame, site) throws(Interruption) in
      guard case .timestamp(let moment) = value, case .zone(let zone) = prepared else {
        throw site.noOverload(value, .string(""))
      }
      let local = moment.seconds + Int64(zone.offset(at: moment.seconds))
      return .int(Int64(part.ofMoment(CivilTime(seconds: local), Int(moment.nanoseconds))))
    }
  }

  static let zone: Operation.Prepare = { (name, moment, site) throws(Interruption) in
    guard case .string(let name) = name else { throw site.noOverload(moment, name) }
    do throws(TimeZone.Failure) {
      return .zone(try TimeZone(name))
    } catch {
      switch error {
      case .unknown: throw site.error("\(name.quoted) is no time zone")
      case .unreadable: throw site.error("the data of the time zone \(name.quoted) can't be read")
      case .databaseMissing:
        throw site.error("this system has no time zones (Debian's package `tzdata`); write an offset such as `+01:00`")
      }
    }
  }
}
