/// A calendar as RFC 5545 has it: lines of at most 75 octets that end in CR LF, text escaped, each event of a whole day.
struct ICSForm {
  /// One day with something to know about it.
  struct Event {
    /// A name that stays the same as long as the event is the same.
    let uid: String
    /// The day, as `YYYY-MM-DD`.
    let day: String
    let summary: String
    let description: String
    let category: String
    /// Where more stands, where that has an address.
    let address: String?
  }

  private var lines: [String] = []

  /// A calendar with a name.
  init(named name: String) {
    lines += [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ambit//Horizon//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:\(Self.escaped(name))",
    ]
  }

  /// Adds an event that was made at a moment.
  mutating func add(_ event: Event, madeAt stamp: ICSStamp) {
    lines += [
      "BEGIN:VEVENT", "UID:\(Self.escaped(event.uid))", "DTSTAMP:\(stamp.text)",
      "DTSTART;VALUE=DATE:\(event.day.filter { $0 != "-" })", "SUMMARY:\(Self.escaped(event.summary))",
      "DESCRIPTION:\(Self.escaped(event.description))", "CATEGORIES:\(Self.escaped(event.category))",
      "TRANSP:TRANSPARENT",
    ]
    // An address is no text: nothing in it is escaped.
    if let address = event.address.flatMap(WebAddress.init) { lines.append("URL:\(address.text)") }
    lines.append("END:VEVENT")
  }

  /// The whole calendar.
  var text: String { (lines + ["END:VCALENDAR"]).map(Self.folded).joined() }

  /// A content line in pieces of at most 75 octets, each after the first behind a blank; no character is cut in two.
  static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = String(scalar).utf8.count
      if octets + width > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += width
    }
    return result + "\r\n"
  }

  /// Text with backslashes before what separates; line breaks as `\n`, other control characters as blanks.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": break
      default:
        result += scalar.isDisplayControl ? " " : String(scalar)
      }
    }
    return result
  }
}
