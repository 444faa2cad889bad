import Diagnostics
import Testing

@testable import CEL

struct LexerTests {
  private func tokens(_ text: String) throws -> [Token.Kind] {
    var lexer = Lexer(SourceText(name: "test", text: text))
    return try lexer.tokens().dropLast().map(\.kind)
  }

  @Test(
    "Numbers are told apart by their form",
    arguments: [
      ("7", [Token.Kind.int("7")]), ("0x1F", [.int("0x1F")]), ("7u", [.uint("7")]), ("0xaU", [.uint("0xa")]),
      ("7.5", [.double("7.5")]), (".5", [.double(".5")]), ("7e3", [.double("7e3")]), ("7E-3", [.double("7E-3")]),
      ("7.e", [.int("7"), .sign("."), .identifier("e")]), ("7.x", [.int("7"), .sign("."), .identifier("x")]),
      ("1..2", [.int("1"), .sign("."), .double(".2")]), ("7e", [.int("7"), .identifier("e")]),
      ("0X1", [.int("0"), .identifier("X1")]),
    ])
  func numbers(text: String, expected: [Token.Kind]) throws { #expect(try tokens(text) == expected) }

  @Test("Comments end with the line, and blanks of every kind are skipped")
  func blanks() throws {
    #expect(try tokens("a // b\n\t+\u{0C}\r\nc // d") == [.identifier("a"), .sign("+"), .identifier("c")])
  }

  @Test(
    "Strings are read with their escapes",
    arguments: [
      (#"'a\'b'"#, "a'b"), (#""\x41\u00e9\U0001F431\101""#, "Aé🐱A"), (#"r'\n'"#, #"\n"#), ("'''a\n'b'''", "a\n'b"),
      (#"R"""a"b""""#, #"a"b"#), (#"'\a\b\f\n\r\t\v\\\?\"\`'"#, "\u{7}\u{8}\u{C}\n\r\t\u{B}\\?\"`"),
    ])
  func strings(text: String, expected: String) throws { #expect(try tokens(text) == [.string(expected)]) }

  @Test(
    "Bytes take octets from escapes and UTF-8 from characters",
    arguments: [
      (#"b'ÿ'"#, [UInt8](arrayLiteral: 0xC3, 0xBF)), (#"b'\xff\377'"#, [0xFF, 0xFF]), (#"bR'\x'"#, [0x5C, 0x78]),
    ]
  )
  func bytes(text: String, expected: [UInt8]) throws { #expect(try tokens(text) == [.bytes(expected)]) }

  @Test(
    "What is no token is refused under the right character",
    arguments: [
      ("a # b", ##"1:3 "#" `#` can't stand in an expression"##),
      ("'é' € 1", #"1:5 "€" `€` can't stand in an expression"#),
      ("a =\n b", #"1:3 "=" `=` can't stand in an expression"#),
      ("1 + 'ab", #"1:5 "'ab" expected a closing quote"#),
      ("'a\nb'", #"1:1 "'a" expected a closing quote"#),
      ("'a\rb'", "1:1 \"'a\" expected a closing quote"),
      (#"'\q'"#, #"1:2 "\q" `\q` is no escape"#),
      (#"'é\u12'"#, #"1:3 "\u12'" expected 4 digits in the escape"#),
      (#"'\ud800'"#, #"1:2 "\ud800" the escape is no character"#),
      (#"b'\u0041'"#, #"1:3 "\u" `\u` is no escape"#),
      ("a.`b", #"1:3 "`b" expected a closing backquote"#),
    ])
  func errors(text: String, expected: String) { #expect(syntaxMessages(text) == [expected]) }
}
