/// What has misled or brought down readers of YAML elsewhere.
enum HostileDocuments {
  static let all = structure + keys + characters + syntax + scalars + texts

  // MARK: What YAML has beyond plain data

  private static let anchor = "anchor: anchors (`&…`) are not read; write the value out"
  private static let tag = "tag: tags (`!…`) are not read"
  private static let complexKey = "complex-key: a key is a word, found"

  private static func alias(_ name: String) -> String {
    "alias: aliases (`\(name)`) are not read; write the value out"
  }

  private static let structure: [HostileDocument] = [
    // A bomb of aliases: ten lines would be ten thousand million words.
    .refused(
      "a: ▸&a [lol, lol]\nb: ▸&b [▸*a, ▸*a]\nc: ▸&c [▸*b, ▸*b]\nd: [▸*c, ▸*c]\n",
      anchor, anchor, alias("*a"), alias("*a"), anchor, alias("*b"), alias("*b"), alias("*c"), alias("*c")),
    // A value that holds itself.
    .refused("▸&a [▸*a]\n", anchor, alias("*a")),
    .refused("text: ▸*nowhere\n", alias("*nowhere")),
    .refused("▸&top\ntext: x\n", anchor),
    .refused("text: ▸&empty\n", anchor),
    .refused("text: ▸!!python/object/apply:os.system [id]\n", tag),
    .refused("text: ▸!!binary aGVsbG8=\n", tag),
    .refused("number: ▸!!int \"7\"\n", tag),
    .refused("text: ▸!local x\n", tag),
    .refused("text: ▸! x\n", tag),
    .refused("▸!!set\n? text\n", tag),
    .refused("▸!!omap [text: x]\n", tag),
    .refused("▸%TAG ! tag:example.org,2026:\n---\ntext: x\n", "directive: directives (`%YAML`, `%TAG`) are not read"),
    .refused(
      "▸%YAML 1.2\n%TAG !e! tag:e:\n---\ntext: ▸!e!x y\n", "directive: directives (`%YAML`, `%TAG`) are not read", tag),
    .refused("text: x\n▸---\ntext: y\n", "second-document: a file holds one document; this is a second"),
    .refused("text: x\n...\n▸---\ntext: y\n", "second-document: a file holds one document; this is a second"),
    .refused(
      "text: x\n▸---\ntext: y\n---\ntext: ▸&z z\n", "second-document: a file holds one document; this is a second",
      anchor),
    .refused("▸", "empty-file: the file is empty"),
    .refused("▸# a comment alone\n", "empty-file: the file is empty"),
    .refused("▸...\n", "yaml-syntax: while parsing a block node: did not find expected node content"),
    .refused("---\n▸", "wrong-type: expected a mapping (a record), found nothing"),
    .refused("▸- text: x\n", "wrong-type: expected a mapping (a record), found a list"),
    .refused("▸just words\n", "wrong-type: expected a mapping (a record), found `just words`"),
    .refused(
      String(repeating: "[", count: 32) + "▸" + String(repeating: "[", count: 100_000),
      "too-deep: nested deeper than 32 levels"),
    .refused(
      String(repeating: "{a: ", count: 32) + "▸" + String(repeating: "{a: ", count: 10_000),
      "too-deep: nested deeper than 32 levels"),
    .refused(
      String(repeating: "- ", count: 32) + "▸" + String(repeating: "- ", count: 10_000),
      "too-deep: nested deeper than 32 levels"),
  ]

  // MARK: Keys

  private static let twice = "duplicate-key: the key `text` is given twice; note: first given here"
  private static let expected =
    "; note: expected one of `date`, `day`, `flag`, `list`, `number`, `text`, `word`"

  private static func unknownKey(_ key: String, _ rest: String = expected) -> String {
    "unknown-key: `\(key)` is no key of a record\(rest)"
  }

  private static let keys: [HostileDocument] = [
    .refused("▸<<: {text: x}\n", "merge-key: merge keys (`<<`) are not read; write the fields out"),
    .refused("text: x\n▸<<: [{text: y}]\n", "merge-key: merge keys (`<<`) are not read; write the fields out"),
    .refused("▸\"<<\": x\n", unknownKey("<<")),
    .refused("text: x\n▸text: y\n", twice),
    .refused("text: x\n▸\"text\": y\n", twice),
    .refused("text: x\n▸\"te\\x78t\": y\n", twice),
    .refused("text: x\n▸'text ': y\n", twice),
    .refused("{text: x, ▸text: y, ▸text: z}\n", twice, twice),
    .refused("? ▸[text]\n: x\n", "\(complexKey) a list"),
    .refused("? ▸{text: x}\n: x\n", "\(complexKey) a mapping"),
    .refused("▸: x\n", noKey),
    .refused("{▸: x}\n", "yaml-syntax: while parsing a flow node: did not find expected node content"),
    .refused("▸~: x\n", unknownKey("~")),
    .refused("▸TEXT: x\n", unknownKey("TEXT", "; help: write `text`")),
    // The `е` is Cyrillic.
    .refused("▸t\u{435}xt: x\n", unknownKey("t\u{435}xt", "; help: write `text`")),
    .refused("▸__proto__: {text: x}\n", unknownKey("__proto__")),
    .refused("▸1: x\n", unknownKey("1")),
  ]

  // MARK: Characters

  private static func control(_ code: String) -> String {
    "refused-character: the control character U+\(code) can't stand in a file"
  }

  private static func bidirectional(_ code: String) -> String {
    "refused-character: the bidirectional control U+\(code) can't stand in a file"
  }

  /// As many as may stand in a row.
  private static let marks = String(repeating: "\u{301}", count: 30)
  private static let tooManyMarks = "combining-marks: more than 30 combining marks in a row can't stand in a file"

  private static let characters: [HostileDocument] = [
    .refused("text: x▸\u{0}y\n", control("0000")),
    .refused("▸\u{0}", control("0000")),
    .refused("text: ▸\u{1B}[2J▸\u{1B}]0;x▸\u{7}\n", control("001B"), control("001B"), control("0007")),
    .refused("text: x▸\u{8}y\n", control("0008")),
    .refused("text: x▸\u{7F}\n", control("007F")),
    .refused("text: x▸\u{9B}31m\n", control("009B")),
    .refused("text: x▸\u{85}number: 1\n", control("0085")),
    .refused("text: ▸\u{202E}x▸\u{202C}\n", bidirectional("202E"), bidirectional("202C")),
    .refused("text: x # ▸\u{2066}y▸\u{2069}\n", bidirectional("2066"), bidirectional("2069")),
    .refused("text: x▸\u{200F}\n", bidirectional("200F")),
    // Some readers end a line here, others do not: the same file would say two things.
    .refused(
      "text: x▸\u{2028}number: 1\n", "refused-character: the line separator U+2028 can't stand in a file"),
    .refused(
      "text: x▸\u{2029}number: 1\n", "refused-character: the line separator U+2029 can't stand in a file"),
    .refused(
      "text: x▸\rnumber: 1\n", "refused-character: a carriage return without a line feed can't stand in a file"),
    .refused("text: e\(marks)▸\u{301}\n", tooManyMarks),
    .refused("text: ▸\"e\(marks)\\u0301\"\n", tooManyMarks),
    .refused("text: x▸\u{FFFE}\n", "yaml-syntax: control characters are not allowed"),
    .refused("text: é漢🐱▸\u{FFFF}\n", "yaml-syntax: control characters are not allowed"),
  ]

  // MARK: Syntax

  private static let noToken = "yaml-syntax: a tab or another sign that can't begin a value here"
  private static let noMapping = "yaml-syntax: mapping values are not allowed in this context"
  private static let noKey = "yaml-syntax: while parsing a block mapping: did not find expected key"

  private static let syntax: [HostileDocument] = [
    .refused("list:\n▸\t- x\n", noToken),
    .refused("▸\ttext: x\n", noToken),
    .refused("text: ▸@x\n", noToken),
    .refused("text: ▸`id`\n", noToken),
    .refused("text: ▸%x\n", noToken),
    .refused("text: x▸: y\n", noMapping),
    .refused("text: x\n  number▸: 1\n", noMapping),
    .refused("  text: x\n ▸number: 1\n", "yaml-syntax: did not find expected <document start>"),
    .refused("text: x\n▸- y\n", noKey),
    .refused("text: \"x\"▸y\n", noKey),
    .refused("text: ▸- x\n", "yaml-syntax: block sequence entries are not allowed in this context"),
    .refused("list: [x\n▸", "yaml-syntax: while parsing a flow sequence: did not find expected ',' or ']'"),
    .refused("{text: x\n▸", "yaml-syntax: while parsing a flow mapping: did not find expected ',' or '}'"),
    .refused("text: \"x\n▸", "yaml-syntax: while scanning a quoted scalar: found unexpected end of stream"),
    .refused("text: 'x\n▸", "yaml-syntax: while scanning a quoted scalar: found unexpected end of stream"),
    .refused("text: \"▸\\q\"\n", "yaml-syntax: while parsing a quoted scalar: found unknown escape character"),
    .refused(
      "text: \"\\u▸d800\"\n", "yaml-syntax: while parsing a quoted scalar: found invalid Unicode character escape code"),
    .refused(
      "text: |▸0\n x\n", "yaml-syntax: while scanning a block scalar: found an indentation indicator equal to 0"),
    .refused("text: ▸]\n", "yaml-syntax: while parsing a block node: did not find expected node content"),
    .refused(
      "text: *▸\n", "yaml-syntax: while scanning an alias: did not find expected alphabetic or numeric character"),
    .refused("%PERL▸ x\n---\n", "yaml-syntax: while scanning a directive: found unknown directive name"),
    .refused("▸%YAML 2.0\n---\ntext: x\n", "yaml-syntax: found incompatible YAML document"),
  ]

  // MARK: Numbers, dates and flags

  /// The scalars, each in the field, where each is refused.
  private static func wrong(_ field: String, _ expected: String, _ scalars: [String]) -> [HostileDocument] {
    scalars.map { scalar in
      let text = String(scalar.filter { !"\"'".contains($0) })
      let found = ["", "~", "null"].contains(scalar) ? "nothing" : "`\(text)`"
      return .refused("\(field): ▸\(scalar)\n", "wrong-type: expected `\(field)`: \(expected), found \(found)")
    }
  }

  private static let scalars =
    wrong(
      "number", "a whole number",
      [
        "0x1F", "0o17", "0b1", "010", "1_000", "1,000", "+1", "-0", "1.0", "1e3", ".inf", "-.inf", ".nan", "12:30",
        "9223372036854775808", "-9223372036854775809", "９", "١", "½", "\"7\"", "'7'", "true", "~", "null",
      ])
    + wrong(
      "flag", "`true` or `false`",
      ["yes", "no", "on", "off", "y", "n", "True", "TRUE", "0", "1", "\"true\"", "'false'", "~"])
    + wrong(
      "day", "a day that exists, as YYYY-MM-DD",
      [
        "2026-02-30", "2026-2-3", "2026-13-01", "2026-00-10", "1900-02-29", "20261125", "2026-11", "2026",
        "2026-11-25T00:00:00Z", "2026-11-25 00:00:00", "0000-01-01", "10000-01-01", "-2026-01-01", "25.11.2026",
        "11/25/2026", "2026-W48", "2026-329", "２０２６-11-25", "2026–11–25", "today", "1.5", "~",
      ])
    + wrong(
      "date", "a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY", ["26", "2026-13", "2026-Q4", "1e3", "2_026"])
    + [
      .refused("word: ▸Red\n", "unknown-colour: `Red` is no colour; help: write `red`"),
      .refused("word: ▸\"red\\n\"\n", "unknown-colour: `red\n` is no colour; help: write `red`"),
      .refused("word: ▸~\n", "wrong-type: expected a colour, found nothing"),
      .refused("list: ▸x\n", "wrong-type: expected a list of texts, found `x`"),
      .refused("list: ▸{}\n", "wrong-type: expected a list of texts, found a mapping"),
      .refused("list: [x, ▸[y], ▸{z: 1}, ▸~]\n", text("a list"), text("a mapping"), text("nothing")),
      .refused("text: ▸[]\n", text("a list")),
      .refused("text: ▸{}\n", text("a mapping")),
      .refused("text:▸\n", text("nothing")),
      .refused("text: ▸null\n", text("nothing")),
    ]

  private static func text(_ found: String) -> String { "wrong-type: expected a text, found \(found)" }

  // MARK: What stays text

  private static let texts: [HostileDocument] =
    [
      "yes", "no", "NO", "on", "off", "y", "true", "False", "Null", "NULL", "nil", "010", "02139", "1_000", "0x1F",
      "0o17", "1e3", "1e400", ".inf", ".nan", "12:30:45", "190:20:30", "3.10", "+1", "-0", "9007199254740993",
      "2026-02-30", "2026-11-25", "2026-11-25T00:00:00Z", "2026", "=", "=1+1", "<<", "$(id)", "../../etc/passwd",
      "<script>alert(1)</script>", "x#y", "a:b", "-x", "?x", "\\n", "１２", "\u{FEFF}x",
    ].map { .kept($0) } + [
      .kept("'~'", as: "~"), .kept("'null'", as: "null"), .kept("\"\"", as: ""), .kept("'it''s'", as: "it's"),
      .kept("e\(marks)"),
      .kept("\"\\e[31m\\u202e\\0\"", as: "\u{1B}[31m\u{202E}\u{0}"), .kept("|\n  a\n  b", as: "a\nb\n"),
      .kept(">-\n  a\n  b", as: "a b"), .kept("x\r", as: "x"),
      HostileDocument(marked: "\u{FEFF}text: x\n", messages: [], kept: "x"),
    ]
}
