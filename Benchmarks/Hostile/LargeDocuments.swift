/// Documents of one size, one for each way to make a reader work: by its tokens, its tree, its errors, its positions or
/// its texts.
struct LargeDocuments {
  /// Bytes, of which a document has as many as its parts allow.
  let size: Int

  var all: [(name: String, text: String)] { structure + keys + texts + characters + programs }

  private func filled(_ part: String, after start: String = "", before end: String = "") -> String {
    start + String(repeating: part, count: (size - start.utf8.count - end.utf8.count) / part.utf8.count) + end
  }

  /// Numbered parts up to the size, or so many.
  private func numbered(
    after start: String = "", before end: String = "", count: Int = .max, _ part: (Int) -> String
  ) -> String {
    var text = start
    var number = 0
    while number < count {
      let next = part(number)
      guard text.utf8.count + next.utf8.count + end.utf8.count <= size else { break }
      text += next
      number += 1
    }
    return text + end
  }

  private var structure: [(name: String, text: String)] {
    [
      ("aliases-one-line", filled("*a,", after: "a: [", before: "*a]\n")),
      ("aliases-lines", filled("- *a\n", after: "a:\n")),
      ("anchors", numbered(after: "a:\n") { "- &a\($0) x\n" }),
      ("anchors-one-line", numbered(after: "a: [", before: "x]\n") { "&a\($0) x, " }),
      ("tags", filled("- !x y\n", after: "a:\n")),
      ("merge-keys", filled("<<: x\n")),
      ("documents", filled("---\nx\n")),
      ("documents-empty", filled("---\n")),
      ("directives", filled("%YAML 1.1\n---\nx\n...\n")),
      ("nested-lists", filled("[")),
      ("nested-mappings", filled("{a: ")),
      ("nested-blocks", filled("- ")),
      ("nested-below-limit", filled("[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]],", after: "a: [", before: "x]\n")),
      ("indented", numbered { String(repeating: " ", count: $0) + "a:\n" }),
      ("indented-line", filled(" ", before: "a: x\n")),
      ("lists-empty", filled("[],", after: "sites: [", before: "[]]\n")),
      ("lists-one-element", filled("- [x]\n", after: "sites:\n")),
      ("unclosed-list", filled("x,", after: "sites: [")),
      ("complex-keys", filled("? [x]\n: y\n")),
    ]
  }

  private var keys: [(name: String, text: String)] {
    [
      ("keys-unknown", numbered { "k\($0): 1\n" }),
      ("keys-unknown-one-line", numbered(after: "{", before: "x: 1}\n") { "k\($0): 1, " }),
      ("keys-unknown-200000", numbered(count: 200_000) { "k\($0): 1\n" }),
      ("keys-double", filled("a: 1\n")),
      ("keys-double-one-line", filled("a: 1, ", after: "{", before: "a: 1}\n")),
      ("keys-long", numbered { "\($0)" + String(repeating: "k", count: 1000) + ": 1\n" }),
      ("key-huge", filled("k", after: "? ", before: "\n: 1\n")),
      ("keys-nearly-right", numbered { "stafs\($0 % 10): 1\n" }),
    ]
  }

  private var texts: [(name: String, text: String)] {
    [
      ("text-plain", filled("x")),
      ("text-plain-value", filled("x", after: "program: ", before: "\n")),
      ("text-single-quoted", filled("x", after: "program: '", before: "'\n")),
      ("text-double-quoted", filled("x", after: "program: \"", before: "\"\n")),
      ("text-escapes", filled("\\\\", after: "program: \"", before: "\"\n")),
      ("text-escapes-wide", filled("\\u6F22", after: "program: \"", before: "\"\n")),
      ("text-unclosed", filled("x", after: "program: \"")),
      ("text-folded", filled("x y\n  ", after: "program: >\n  ")),
      ("text-literal", filled("x\n  ", after: "program: |\n  ")),
      ("text-words", filled("x ", after: "program: ", before: "\n")),
      ("text-lines", filled("  x\n", after: "program:\n")),
      ("text-blank-lines", filled("\n", after: "program: 'x", before: "'\n")),
      ("text-wide", filled("漢", after: "program: ", before: "\n")),
      ("text-emoji", filled("👩‍👩‍👧‍👦", after: "as_of: ", before: "\n")),
      ("text-combining", filled("\u{301}", after: "as_of: e", before: "\n")),
      ("key-combining", filled("\u{301}\u{323}", after: "? e", before: "\n: 1\n")),
      ("word-combining", filled("\u{301}\u{323}", after: "sites:\n- {id: a, setting: e", before: "}\n")),
      ("text-combining-escaped", filled("\\u0301\\u0323", after: "? \"e", before: "\"\n: 1\n")),
      ("number-huge", filled("9", after: "as_of: ", before: "\n")),
      ("number-zeros", filled("0", after: "as_of: 1", before: "\n")),
      ("word-huge", filled("x", after: "program: x\nsites:\n- {id: a, state: NC, setting: ", before: "}\n")),
      ("id-huge", filled("x", after: "program: x\nsites:\n- {state: NC, setting: office, id: ", before: " y}\n")),
      ("npi-huge", filled("1", after: "program: x\nstaff:\n- {id: a, npi: ", before: "}\n")),
    ]
  }

  private var characters: [(name: String, text: String)] {
    [
      ("comments", filled("# a comment\n")),
      ("comment-huge", filled("x", after: "# ", before: "\n")),
      ("comments-behind-values", filled("- x # y\n", after: "sites:\n")),
      ("blank-lines", filled("\n")),
      ("blank-lines-crlf", filled("\r\n")),
      ("blanks", filled(" ")),
      ("tabs", filled("\t")),
      ("tabs-behind-values", filled("- x\t\n", after: "sites:\n")),
      ("crlf-keys", numbered { "k\($0): 1\r\n" }),
      ("crlf-lists", filled("- x\r\n", after: "sites:\r\n")),
      ("returns-alone", filled("\r")),
      ("nul", filled("\0")),
      ("escapes", filled("\u{1B}[2J")),
      ("bidirectional", filled("\u{202E}")),
      ("wide-keys", numbered { "漢字\($0): 漢\n" }),
      ("wide-list", filled("漢,", after: "sites: [", before: "漢]\n")),
      ("wide-comment", filled("漢", after: "# ", before: "\n")),
      ("four-bytes", filled("𝒳", after: "program: ", before: "\n")),
    ]
  }

  private var programs: [(name: String, text: String)] {
    [
      ("sites-empty", filled("- {}\n", after: "program: x\nsites:\n")),
      ("sites-empty-300000", "program: x\nsites:\n" + String(repeating: "- {}\n", count: 300_000)),
      ("sites-words", filled("- x\n", after: "program: x\nsites:\n")),
      ("sites-numbered", numbered(after: "program: x\nsites:\n") { "- {id: s\($0), state: NC, setting: office}\n" }),
      ("sites-of-one-id", filled("- {id: s, state: NC, setting: office}\n", after: "program: x\nsites:\n")),
      ("sites-misspelled", filled("- {ids: s, stats: NC, seting: ofice}\n", after: "program: x\nsites:\n")),
      ("staff-numbered", numbered(after: "program: x\nstaff:\n") { "- {id: s\($0), profession: physician}\n" }),
      ("references-unknown", references("ghost", staff: 4000)),
      ("references-known", references("p1", staff: 4000)),
      ("references-nearly-right", references("p19999x", staff: 4000)),
    ]
  }

  private func references(_ name: String, staff: Int) -> String {
    let people = numbered(after: "program: x\nstaff:\n", count: staff) { "- {id: p\($0), profession: physician}\n" }
    let start = people + "services:\n- {id: l, service: acupuncture, staff: {any: ["
    return start + String(repeating: name + ",", count: 25_000) + "p0]}}\n"
  }
}
