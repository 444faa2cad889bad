import Diagnostics
import Documents
import Testing

@testable import CEL

struct CheckerTests {
  private let environment = Environment(
    variables: [
      "site": .record("site"), "law.age": .int, "kind": .enumeration("kind"), "kinds": .list(.enumeration("kind")),
      "now": .opaque("date"), "any": .dyn,
    ],
    functions: ["days": [.init("days", [.opaque("date"), .opaque("date")], .int)]],
    records: ["site": ["state": .string, "staff": .list(.record("person"))], "person": ["age": .int]],
    enumerations: ["kind": ["clinic", "hospital"]])

  private func type(_ text: String) throws -> String {
    let source = SourceText(name: "test", text: text)
    return try Checker.check(try Parser.parse(source, pairMacros: true), in: source, against: environment).type
      .description
  }

  @Test(
    "Expressions have the types that their parts give them",
    arguments: [
      ("1 + 2", "int"), ("[1, 2]", "list(int)"), ("[1, 'a']", "list(dyn)"), ("[]", "list(dyn)"),
      ("{'a': 1u}", "map(string, uint)"), ("site.staff.map(p, p.age)", "list(int)"), ("site.staff[0].age", "int"),
      ("[] + [1]", "list(int)"), ("any + 1", "int"), ("any.b.c", "dyn"), ("type(1)", "type"), ("int", "type"),
      ("google.protobuf.Timestamp", "type"), ("true ? [] : [1]", "list(int)"), ("law.age", "int"),
      ("{'a': 1}.transformMap(k, v, k + string(v))", "map(string, string)"),
      ("[1u].transformList(i, v, i)", "list(int)"),
      ("timestamp('2020-01-01T00:00:00Z') - duration('1h')", "timestamp"), ("person{age: 3}", "person"),
      ("[kind, 'a']", "list(dyn)"), ("dyn(1)", "dyn"), ("{}.map(k, k)", "list(dyn)"),
    ])
  func types(text: String, expected: String) throws { #expect(try type(text) == expected) }

  @Test(
    "A mistake about names or types is reported under the word that is wrong",
    arguments: [
      ("sit.state", #"1:1 "sit" `sit` is no variable (write `site`)"#),
      ("'é' == site.stat", #"1:13 "stat" `stat` is no field of site (write `state`)"#),
      ("site.staff.exists(p, p.agee > 1)", #"1:24 "agee" `agee` is no field of person (write `age`)"#),
      ("siz('a')", #"1:1 "siz" `siz` is no function (write `size`)"#),
      ("'a'.startWith('b')", #"1:5 "startWith" `startWith` is no method (write `startsWith`)"#),
      ("1 + 'a'", #"1:1 "1 + 'a'" `+` does not take (int, string)"#),
      ("1 == 'a'", #"1:1 "1 == 'a'" `==` does not take (int, string)"#),
      ("1 < null", #"1:1 "1 < null" `<` does not take (int, null)"#),
      ("law.age.x", #"1:9 "x" int has no fields, so no `x`"#),
      ("law.age.all(x, true)", #"1:1 "law.age" `all` goes over a list or map, not int"#),
      ("[1].filter(x, x)", #"1:15 "x" expected bool, found int"#),
      ("kind == 'clinik'", #"1:9 "'clinik'" `clinik` is no value of kind (write `clinic`)"#),
      ("kind in ['clinic', 'hopital']", #"1:20 "'hopital'" `hopital` is no value of kind (write `hospital`)"#),
      ("'hospitl' in kinds", #"1:1 "'hospitl'" `hospitl` is no value of kind (write `hospital`)"#),
      ("days(now, 1)", #"1:1 "days(now, 1)" `days` does not take (date, int)"#),
      ("person{agee: 1}", #"1:14 "1" `agee` is no field of person (write `age`)"#),
      ("person{age: 'a'}", #"1:13 "'a'" expected int, found string"#),
      ("persn{age: 1}", #"1:1 "persn{age: 1}" `persn` is no record (write `person`)"#),
      ("true ? 1 : 'a'", #"1:1 "true ? 1 : 'a'" `?:` does not take (bool, int, string)"#),
    ])
  func mistakes(text: String, expected: String) { #expect(checkMessages(text, in: environment) == [expected]) }

  @Test("All mistakes are reported, and one mistake is reported once")
  func several() {
    #expect(
      checkMessages("sit.state == 'NC' && law.age > 'a'", in: environment) == [
        #"1:1 "sit" `sit` is no variable (write `site`)"#, #"1:22 "law.age > 'a'" `>` does not take (int, string)"#,
      ])
    #expect(
      checkMessages("1", in: environment, expecting: .bool) == [#"1:1 "1" expected bool, found int"#])
  }

  @Test("Within a folded YAML scalar, the place is the one in the file")
  func embedded() throws {
    let file = SourceText(
      name: "rule.yaml",
      text: "title: Straße\nmust: >-\n  site.state == 'é'\n    && site.stat == 'NC'\nquoted: \"1 +\\n é\"\n")
    let node = try YAMLReader.read(file)
    let entries = try #require(node.mapping(expecting: "a rule", problems: Problems()))
    let folded = try #require(EmbeddedText(entries[1].value))
    #expect(
      messages { () throws(Rejection) in
        do throws(Rejection) {
          _ = try Checker.check(try Parser.parse(folded.text), in: folded.text, against: environment)
        } catch {
          throw folded.relocate(error)
        }
      } == [#"4:13 "stat" `stat` is no field of site (write `state`)"#])
    let quoted = try #require(EmbeddedText(entries[2].value))
    #expect(
      messages { () throws(Rejection) in
        do throws(Rejection) { _ = try Parser.parse(quoted.text) } catch { throw quoted.relocate(error) }
      } == [#"5:16 "é" `é` can't stand in an expression"#])
  }
}
