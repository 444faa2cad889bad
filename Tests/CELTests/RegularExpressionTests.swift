import Testing

@testable import CEL

struct RegularExpressionTests {
  @Test(
    "A pattern is found as RE2 finds it",
    arguments: [
      ("", "", true), ("", "a", true), ("a", "", false), ("bc", "abcd", true), ("^bc", "abcd", false),
      ("cd$", "abcd", true), ("^$", "", true), ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true),
      ("^b$", "a\nb", false),
      ("(?m)^b$", "a\nb\nc", true), ("(?i)straSSe", "STRAsse", true), ("(?i)É", "é", true), ("(?i:a)B", "AB", true),
      ("(?i:a)B", "Ab", false), ("gr(a|e)y", "grey", true), ("gr(?:a|e)y", "griy", false), ("a{2}", "a", false),
      ("a{2,}", "baaa", true), ("^a{2,3}$", "aaaa", false), ("a{,2}", "a{,2}", true), ("x*", "", true),
      ("^(ab)+?c$", "ababc", true), ("[a-c]", "d", false), ("[^a-c]", "d", true), ("[x-za-cb-k]", "j", true),
      ("[x-za-cb-k]", "l", false), ("[]a]", "]", true),
      ("[a-]", "-", true),
      ("[[:digit:]]", "7", true), ("[[:^digit:]]", "7", false), (#"\d+\s\w"#, "12 b", true), (#"[\D]"#, "1", false),
      (#"\bfoo\b"#, "a foo b", true), (#"\bfoo\b"#, "afoo", false), (#"\Boo"#, "foo", true), (#"\Aab\z"#, "ab", true),
      (#"\pL"#, "é", true), (#"\p{Lu}"#, "é", false), (#"\P{L}"#, "1", true), (#"[\pN_]"#, "²", true),
      (#"\x41\x{1F431}"#, "A🐱", true), (#"\Qa.b\E"#, "a.b", true), (#"\Qa.b\E"#, "axb", false),
      (#"^\Qab\E+$"#, "abb", true),
      (#"^\Qab\E+$"#, "abab", false), (#"(?i)\p{Lu}"#, "a", true), ("a{,3}b", "a{,3}b", true), ("(?)b", "b", true),
      (#"\."#, "a", false),
      ("(?P<n>a)(?<m>b)", "ab", true), ("a|", "b", true), ("(a|b)*c|d", "ababd", true), (#"\101\07"#, "A\u{7}", true),
      ("(a|😀){2}", "🐱😀😀", true), ("^.$", "🐱", true),
    ])
  func found(pattern: String, text: String, expected: Bool) throws {
    #expect(try evaluate("t.matches(p)", ["t": .value(.string(text)), "p": .value(.string(pattern))]) == "\(expected)")
  }

  @Test(
    "A pattern that RE2 does not have is refused with the reason",
    arguments: [
      ("(", "`(` without `)`"), (")", "`)` without `(`"), ("[a", "`[` without `]`"),
      ("*a", "`*` has nothing to repeat"),
      ("a|{2}", "`{2}` has nothing to repeat"), ("(?i)*", "`*` has nothing to repeat"),
      ("(?-)a", "`(?-` takes away no flag"),
      ("a**", "`*` repeats what is a repetition already"), ("a{1001}", "`{1001}` is no count of repetitions"),
      ("a{2,1}", "`{2,1}` is no count of repetitions"), ("[b-a]", "`b-a` is no range"),
      (#"\y"#, #"`\y` is no escape of RE2"#),
      (#"(a)\1"#, #"`\1` would refer back to a group, which RE2 does not have"#),
      ("(?=a)", "`(?=` is no group of RE2: it has no look-around and no other flags"),
      ("[[:foo:]]", "`[:foo:]` is no set of characters"),
      (#"\p{Greek}"#, #"`\p{Greek}` is no general category of Unicode; scripts are not supported"#),
      (#"a\"#, "the pattern ends in a backslash"), ("((a{100}){100}){100}", "the pattern is too large"),
      ("(((){1000}){1000}){1000}", "the pattern is too large"), (#"\xg"#, #"`\x` takes two digits, or more in braces"#),
    ])
  func refused(pattern: String, expected: String) throws {
    #expect(try evaluate("'a'.matches(p)", ["p": .value(.string(pattern))]) == "error: \(expected)")
    #expect(try evaluate("u && 'a'.matches(p)", ["p": .value(.string(pattern)), "u": .value(.bool(false))]) == "false")
  }

  @Test("Patterns that are written down are paid for when there are too many of them to read beforehand")
  func manyPatterns() throws {
    let one = "'a'.matches('^(a{1000}){9}$')"
    let text = Array(repeating: one, count: 300).joined(separator: " || ")
    #expect(try evaluate(text) == "error: the evaluation takes more than 1000000 steps")
  }

  @Test("The time of a search grows with the text, not with what a pattern could repeat")
  func linear() throws {
    let text = String(repeating: "a", count: 4_000) + "b"
    for pattern in ["^(a+)+$", "^(a|aa)*$", "(a*)*c", "(x+x+)+y|^(a?){20}a{20}$"] {
      #expect(try evaluate("t.matches(p)", ["t": .value(.string(text)), "p": .value(.string(pattern))]) == "false")
    }
  }
}
