import Comparing
import Foundation
import FoundationXML
import Law
import Reporting
import TestSupport
import Testing

@Suite struct TileMapTests {
  private let law = """
    NC: {np.physician_agreement: {value: required, cite: "<b>N.C.</b> \\"law\\"", note: "<script>x</script>"}}
    OR: {np.physician_agreement: {value: none, cite: OR law, source: recalled}}
    VA: {np.physician_agreement: {value: transition, from: 2019-01, cite: VA law}}
    """

  @Test func everyStateHasAPlaceOfItsOwn() {
    #expect(Set(TileGrid.places.keys) == Set(States.codes))
    #expect(TileGrid.places.count == 51)
    #expect(Set(TileGrid.places.values).count == 51)
    #expect(TileGrid.places.values.allSatisfy { $0.row < TileGrid.height && $0.column < TileGrid.width })
  }

  @Test(arguments: [
    ("WA", "OR"), ("OR", "CA"), ("ND", "SD"), ("SD", "NE"), ("NE", "KS"), ("KS", "OK"), ("OK", "TX"), ("VA", "NC"),
    ("TN", "MS"), ("IA", "MO"), ("MO", "AR"), ("AR", "LA"), ("NH", "MA"), ("WY", "CO"),
  ])
  func northernNeighboursStandAbove(north: String, south: String) throws {
    let above = try #require(TileGrid.places[north])
    let below = try #require(TileGrid.places[south])
    #expect(above.row < below.row)
    #expect(abs(above.column - below.column) <= 1)
  }

  @Test func numbersOfStatesAreThoseOfTheFederalStandard() {
    #expect(Set(StateNumbers.all.keys) == Set(States.codes))
    #expect(Set(StateNumbers.all.values).count == 51)
    // The numbers follow the names in the alphabet, with gaps.
    let byName = States.codes.sorted { (States.names[$0] ?? "") < (States.names[$1] ?? "") }
    let numbers = byName.compactMap { code in StateNumbers.all[code].flatMap { Int($0) } }
    #expect(numbers == numbers.sorted())
    #expect(numbers.first == 1 && numbers.last == 56)
    #expect([3, 7, 14, 43, 52].allSatisfy { !numbers.contains($0) })
  }

  @Test func theMapIsXMLWithATitledTileForEachState() throws {
    let stated = try StatedLaw(law)
    let comparison = try stated.compare("np.physician_agreement", in: States.codes.joined(separator: ","))
    let svg = TileMap(comparison, comparison.questions[0]).svg
    let tiles = try Tiles(svg)
    #expect(tiles.titles.count == 51)
    #expect(
      tiles.titles.filter { !$0.hasSuffix(": unknown: nobody has coded it") } == [
        "North Carolina: required, from a day not established. <b>N.C.</b> \"law\" (primary, as of 1900-01-01)",
        "Oregon: none, from a day not established. OR law (recalled, as of 1900-01-01)",
        "Virginia: transition, from 2019-01. VA law (primary, as of 1900-01-01)",
      ])
    for line in [
      "none: no agreement is needed (1)", "required: an agreement is always needed (1)", "unknown (48)",
      "† recalled: nobody checked it against a text (1)", "OR†", "NC",
      "np.physician_agreement · 51 jurisdictions · as of 2026-11-25",
    ] { #expect(tiles.texts.contains(line), "\(line)") }
    #expect(
      tiles.texts.last
        == "Ambit reports what the coded law and the program say. It is not legal advice; a lawyer of the state decides."
    )
    #expect(!svg.contains("<script") && !svg.contains("href"))
  }

  @Test func aConditionLeavesTilesEmptyAndDoubtfulOnesOpen() throws {
    let comparison = try StatedLaw(law).compare(
      "np.physician_agreement", in: "NC,OR,VA,WY", where: "law.np.physician_agreement == 'none'")
    let tiles = try Tiles(TileMap(comparison, comparison.questions[0]).svg)
    for line in [
      "none: no agreement is needed (1)", "the condition does not hold (2)", "not asked (47)",
      "not known whether the condition holds (1)",
    ] { #expect(tiles.texts.contains(line), "\(line)") }
    #expect(tiles.titles.contains("Wyoming: np.physician_agreement: nobody has coded it"))
  }

  @Test func numbersFallIntoRangesAndNothingStandsApart() throws {
    let codes = Array(States.codes.prefix(12))
    let values = codes.enumerated().map { "\($1): {np.transition_hours: \($0 * 500)}" }.joined(separator: "\n")
    let comparison = try StatedLaw(values).compare("np.transition_hours", in: codes.joined(separator: ","))
    let tiles = try Tiles(TileMap(comparison, comparison.questions[0]).svg)
    let ranges = ["0 hours (1)", "500 to 1000 hours (2)", "1500 to 2000 hours (2)", "5500 hours (1)"]
    for line in ranges { #expect(tiles.texts.contains(line), "\(line)") }
    #expect(tiles.texts.contains("5500"))
  }

  @Test func thePageHasTheSameAsATableAndNoScript() throws {
    let comparison = try StatedLaw(law).compare("np.physician_agreement", in: "NC,VA,WY")
    let page = ComparisonHTML(comparison).text
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"))
    #expect(page.contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\""))
    #expect(!page.contains("<script") && !page.contains("<b>"))
    #expect(
      page.contains(
        "<tr><th scope=\"row\">North Carolina</th><td>required</td><td>from a day not established</td>"
          + "<td>&lt;b&gt;N.C.&lt;/b&gt; &quot;law&quot;<p class=\"note\">&lt;script&gt;x&lt;/script&gt;</p></td>"
          + "<td>primary, as of 1900-01-01</td></tr>"))
    #expect(
      page.contains(
        "<tr class=\"unknown\"><th scope=\"row\">Wyoming</th><td>unknown</td><td></td><td>nobody has coded it</td>"
          + "<td></td></tr>"))
    #expect(page.contains("<footer>Ambit reports what the coded law and the program say."))
  }
}

/// The titles of tiles and the lines of text of a drawing.
private final class Tiles: NSObject, XMLParserDelegate {
  private(set) var titles: [String] = []
  private(set) var texts: [String] = []
  private var path: [String] = []
  private var text = ""

  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    path.append(name)
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if path.suffix(2) == ["g", "title"] { titles.append(text) }
    if name == "text" { texts.append(text) }
    path.removeLast()
  }
}
