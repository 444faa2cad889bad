import Checking
import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct HorizonReportTests {
  private let small = StatedCheck(
    text: StatedCheck.small.text,
    law: """
      NC:
        np.physician_agreement:
          - {value: required, cite: N.C. Gen. Stat. § 90-18.2, to: 2026-12-20}
          - {value: none, cite: "S.L. 2026-1, s. 2", from: 2026-12-20}
          - {value: transition, cite: S.L. 2027-9, from: 2027-03-01, status: enacted}
        scope.nurse_practitioner: [evaluation_and_management]
      """)

  @Test func tellsEachChangeWithItsDayAndLaw() throws {
    #expect(
      HorizonText(try small.horizon(to: "2027-02-28"), style: Style()).text == """
        Small Clinic
        2026-11-25 to 2027-02-28 · North Carolina · recalled facts not trusted

        2026-12-20  met, was gap  np-physician-agreement.agreement
          A nurse practitioner works under an agreement with a physician where the state
          asks for one
          subject   visits/np1@NC
          because   NC `np.physician_agreement` is none
                      S.L. 2026-1, s. 2 (primary, as of 1900-01-01)

        2027-02-01  gap, was met  licence-held.licence
          np1 (nurse practitioner) has no licence in force in North Carolina
          subject   np1@NC
          because   np1 states `authorities`: licence NC active (small.yaml:3:64)
          and       np1: an authority to practise states `ends`: 2027-01-31
                    (small.yaml:3:114)

        Pending law
          from 2027-03-01: NC `np.physician_agreement` transition, enacted; now required
          law       S.L. 2027-9 (primary, as of 1900-01-01)
          bears on  1 finding, such as np-physician-agreement.agreement:visits/np1@NC

        2 changes, 1 for the worse; 1 of pending law.
        Ambit reports what the coded law and the program say. It is not legal advice; a
        lawyer of the state decides.

        """)
  }

  @Test func saysWhereNothingChanges() throws {
    let quiet = StatedCheck(text: small.text, law: StatedCheck.small.law)
    #expect(
      HorizonText(try quiet.horizon(to: "2026-12-25"), style: Style()).text == """
        Small Clinic
        2026-11-25 to 2026-12-25 · North Carolina · recalled facts not trusted

        No finding changes in this time.

        0 changes, 0 for the worse; 0 of pending law.
        Ambit reports what the coded law and the program say. It is not legal advice; a
        lawyer of the state decides.

        """)
  }

  @Test func givesOtherProgramsTheSame() throws {
    let json = try HorizonJSON(try small.horizon(to: "2027-02-28")).text
    let page = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(page["format"] as? String == "ambit.horizon")
    let events = try #require(page["events"] as? [[String: Any]])
    #expect(
      events.map { "\($0["day"] ?? "") \($0["before"] ?? "") \($0["after"] ?? "")" } == [
        "2026-12-20 gap met", "2027-02-01 met gap",
      ])
    let pending = try #require(page["pending"] as? [[String: Any]])
    #expect(
      pending.map { "\($0["from"] ?? "") \($0["value"] ?? "") \($0["status"] ?? "")" } == [
        "2027-03-01 transition enacted"
      ])
  }

  // MARK: RFC 5545

  private func calendar(_ check: StatedCheck, to end: String, at second: Int = 1_795_594_531) throws -> String {
    HorizonICS(try check.horizon(to: end), madeAt: ICSStamp(secondsSince1970: second)).text
  }

  /// The content lines, unfolded (3.1): a line break and a blank go.
  private func unfolded(_ text: String) -> [String] {
    text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n").dropLast()
  }

  @Test func linesEndInCRLFAndHoldAtMost75Octets() throws {
    let name = "Schmerzzentrum für Rücken-, Nacken- und Gelenkschmerzen, " + String(repeating: "ä–𝄞", count: 40)
    let check = StatedCheck(text: small.text.replacing("Small Clinic", with: "\"\(name)\""), law: small.law)
    let text = try calendar(check, to: "2027-02-28")
    #expect(text.hasSuffix("\r\n"))
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A { #expect(index > 0 && bytes[index - 1] == 0x0D) }
      if byte == 0x0D { #expect(index + 1 < bytes.count && bytes[index + 1] == 0x0A) }
    }
    let lines = text.components(separatedBy: "\r\n").dropLast()
    #expect(lines.count > 40)
    #expect(lines.map(\.utf8.count).max() ?? 0 <= 75)
    // Cut within a character, a line would hold the sign that stands for what is no UTF-8.
    #expect(!text.contains("\u{FFFD}"))
    #expect(unfolded(text).contains("X-WR-CALNAME:\(name.replacing(",", with: "\\,")): horizon"))
  }

  @Test func aCalendarHasWhatTheStandardAsksFor() throws {
    let lines = unfolded(try calendar(small, to: "2027-03-31"))
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.last == "END:VCALENDAR")
    for property in ["VERSION:2.0", "PRODID:-//Ambit//Horizon//EN"] {
      #expect(lines.filter { $0 == property }.count == 1)
    }
    let events = lines.split(separator: "BEGIN:VEVENT").dropFirst().map(Array.init)
    // Two changes, one pending law, and the day on which the view ends.
    #expect(events.count == 4)
    for event in events {
      for property in ["UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "SUMMARY:", "DESCRIPTION:"] {
        #expect(event.filter { $0.hasPrefix(property) }.count == 1, "\(property)")
      }
      #expect(event.contains("DTSTAMP:20261125T081531Z"))
      #expect(event.filter { $0 == "END:VEVENT" }.count == 1)
    }
    let days = lines.filter { $0.hasPrefix("DTSTART") }
    #expect(
      days == [
        "DTSTART;VALUE=DATE:20261220", "DTSTART;VALUE=DATE:20270201", "DTSTART;VALUE=DATE:20270301",
        "DTSTART;VALUE=DATE:20270331",
      ])
  }

  @Test func textIsEscaped() throws {
    let lines = unfolded(try calendar(small, to: "2027-02-28"))
    #expect(lines.contains("SUMMARY:met\\, was gap: visits/np1@NC\\, np-physician-agreement.agreement"))
    #expect(
      lines.contains(
        "DESCRIPTION:A nurse practitioner works under an agreement with a physician where the state asks for one\\nNC "
          + "`np.physician_agreement` is none: S.L. 2026-1\\, s. 2 (primary\\, as of 1900-01-01)\\nAmbit reports what "
          + "the coded law and the program say. It is not legal advice\\; a lawyer of the state decides."))
  }

  @Test func eventsKeepTheirNames() throws {
    func names(_ text: String) -> [String] { unfolded(text).filter { $0.hasPrefix("UID:") } }
    let names1 = names(try calendar(small, to: "2027-02-28"))
    #expect(Set(names1).count == names1.count)
    // Another day of making and a longer view change no name.
    #expect(names(try calendar(small, to: "2027-03-31", at: 1_800_000_000)).contains(names1[0]))
    #expect(names1[0].hasSuffix("-np-physician-agreement.agreement:visits/np1@NC-met-0@ambit"))
    // A program of another name has names of its own.
    let other = StatedCheck(text: small.text.replacing("Small Clinic", with: "Other Clinic"), law: small.law)
    #expect(Set(names(try calendar(other, to: "2027-02-28"))).isDisjoint(with: names1))
  }

  @Test func aQuietCalendarStillHasAComponent() throws {
    let quiet = StatedCheck(text: small.text, law: StatedCheck.small.law)
    let lines = unfolded(try calendar(quiet, to: "2026-12-25"))
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 1)
    #expect(lines.contains("SUMMARY:The horizon of Small Clinic ends"))
  }
}
