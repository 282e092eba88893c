import Testing

@testable import JupyterWire

struct HistoryTests {
  private let history: History = {
    var history = History()
    for (index, code) in ["let a = 1", "a", "print(a)", "a"].enumerated() {
      history.append(code, count: index + 1)
    }
    history.setOutput("1")
    return history
  }()

  /// Each kind of request finds what it names.
  @Test(
    arguments: [
      (["hist_access_type": "tail", "n": 1], #"[[1,4,"a"]]"#),
      (
        ["hist_access_type": "tail", "n": 2, "output": true],
        #"[[1,3,["print(a)",null]],[1,4,["a","1"]]]"#
      ),
      (["hist_access_type": "tail", "n": -1], "[]"),
      (["hist_access_type": "range", "session": 1, "start": 2, "stop": 3], #"[[1,2,"a"]]"#),
      (["hist_access_type": "range", "session": 7], "[]"),
      (["hist_access_type": "search", "pattern": "*a*", "n": 2], #"[[1,3,"print(a)"],[1,4,"a"]]"#),
      (["hist_access_type": "search", "pattern": "?", "unique": true], #"[[1,4,"a"]]"#),
      (["hist_access_type": "search", "pattern": "l?t *"], #"[[1,1,"let a = 1"]]"#),
    ] as [(JSONObject, String)])
  func requests(content: JSONObject, found: String) throws {
    #expect(try history.reply(to: content)["history"]?.description == found)
  }

  /// A request of no known kind is refused.
  @Test func unknownKind() {
    #expect(throws: MessageError.self) { try history.reply(to: [:]) }
  }
}
