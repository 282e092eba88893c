"""A trap is an error message, and everything before it is kept."""

import re

import pytest

TRAPS = {
    # The cell, the line of the trap, and the reason.
    "index out of range": ("let a = [1, 2]\nprint(a[7])", 2, "Index out of range"),
    "nil unwrapped": ("let none = Int(\"x\")\nprint(none!)", 2,
                      "Unexpectedly found nil while unwrapping an Optional value"),
    "overflow": ("var small = Int8.max\nsmall += 1", 2, "overflow"),
    "overflow in optimised code": ("func up(_ x: Int) -> Int {\n  x + 1\n}\nprint(up(.max))", 2, "overflow"),
    "division by zero": ("let zero = Int(\"0\")!\nprint(1 / zero)", 2, "Division by zero"),
    "fatalError": ("_ = 1\nfatalError(\"the reason\")", 2, "the reason"),
    "preconditionFailure": ("_ = 1\npreconditionFailure(\"no way\")", 2, "no way"),
    "precondition": ("let n = 3\nprecondition(n < 2, \"n is \\(n)\")", 2, "n is 3"),
    "precondition in a function": ("func need(_ n: Int) { precondition(n > 2, \"need \\(n)\") }\nneed(1)", 1, "need 1"),
    "precondition without a message": ("func need(_ n: Int) { precondition(n > 2) }\nneed(1)", 1, "Precondition failed"),
    "preconditionFailure in a function": ("func never() -> Int { preconditionFailure(\"not \\(1 + 1)\") }\nnever()", 1, "not 2"),
    "assert in a function": ("func need(_ n: Int) { assert(n > 2, \"n was \\(n)\") }\nneed(1)", 1, "n was 1"),
    "assertionFailure in a function": ("func never() { assertionFailure(\"but\") }\nnever()", 1, "but"),
    "assert": ("let n = 3\nassert(n < 2, \"n was \\(n)\")", 2, "n was 3"),
    "forced cast": ("let any: Any = 1\nlet s = any as! String", 2, "Could not cast value of type"),
    "forced try": ("struct Sour: Error {}\nfunc f() throws { throw Sour() }\ntry! f()", 3, "Sour()"),
    "endless recursion": ("func down(_ n: Int) -> Int {\n  n == -1 ? 1 : down(down(n &+ 1) | 1)\n}\nprint(down(0))", 2,
                          "a recursion goes too deep or never ends"),
    "a bad pointer": ("let p = UnsafeMutablePointer<Int>(bitPattern: 64)!\np.pointee = 1", 2, "address 64"),
    "a wild jump": ("typealias F = @convention(c) () -> Void\n"
                    "let f = unsafeBitCast(UInt(0x10), to: F.self)\nf()", 3, "memory"),
    "a wild jump in a function": ("func leap() {\n  let f = unsafeBitCast(UInt(0x10), to: (@convention(c) () -> Int).self)\n"
                                  "  print(f())\n}\nleap()", 3, "memory"),
    "abort": ("import Glibc\nabort()", 2, "abort() was called"),
    "a negative range": ("let n = -1\nfor i in 0..<n { print(i) }", 2, "Range requires"),
    "duplicate keys": ("let d = Dictionary(uniqueKeysWithValues: [(1, 2), (1, 3)])", 1, "Duplicate values for key"),
    "an unowned object": ("class Owner {}\nclass Pet { unowned let owner: Owner; init(_ o: Owner) { owner = o } }\n"
                          "func orphan() -> Pet { Pet(Owner()) }\nlet pet = orphan()\nprint(pet.owner)", 5, "unowned"),
}


@pytest.mark.parametrize("kind", TRAPS)
def test_trap(shared, kind):
    """The reason, the cell's line and its source; the only output is one error."""
    cell, line, reason = TRAPS[kind]
    shared.run("var before = 0")
    run = shared.run(cell)
    error = run.error
    number = run.reply["content"]["execution_count"]
    assert reason in error.split("\n")[0], error
    assert f"cell {number} line {line}" in error
    assert run.labels == ["busy", "execute_input", "error", "idle"]
    assert shared.run("before += 1\nprint(before)").stream("stdout") == "1\n"


def test_frames(shared):
    """The user's functions, innermost first, each with its cell and line, of other cells too."""
    first = shared.run("func inner(_ a: [Int]) -> Int {\n  a[9]\n}").reply["content"]["execution_count"]
    shared.run("struct Stack {\n  var a = [1]\n  func top() -> Int { inner(a) + 1 }\n}")
    error = shared.run("let s = Stack()\n\nprint(s.top())").error
    frames = re.findall(r"at (.*)", error)
    assert frames == [f"inner, cell {first} line 2", f"top, cell {first + 1} line 3", f"cell {first + 2} line 3"]
    assert "2 |   a[9]" in error


def test_frames_of_functions_that_end_in_a_call(shared):
    """A call at a function's end does not take its frame away."""
    first = shared.run("func last(_ i: Int) -> Int { [1][i] }").reply["content"]["execution_count"]
    shared.run("func middle(_ i: Int) -> Int {\n  last(i)\n}")
    shared.run("struct Chain { func go(_ i: Int) -> Int { middle(i) } }")
    error = shared.run("let chain = Chain()\nfunc begin() -> Int { chain.go(4) }\nbegin()").error
    assert re.findall(r"at (.*)", error) == [
        f"last, cell {first} line 1", f"middle, cell {first + 1} line 2", f"go, cell {first + 2} line 1",
        f"begin, cell {first + 3} line 2", f"cell {first + 3} line 3"]


@pytest.mark.parametrize("cell", [
    "func deep(_ n: Int) -> Int { n == -1 ? 1 : deep(deep(n &+ 1) | 1) }\nprint(deep(0))",
    "func again() { again() }\nagain()",
    "func sum(_ n: Int) -> Int { n == -1 ? 0 : n &+ sum(n &+ 1) }\nsum(0)",
    "func even(_ n: Int) -> Bool { odd(n &+ 1) }\nfunc odd(_ n: Int) -> Bool { even(n &+ 1) }\neven(0)",
    "struct Mirror: CustomStringConvertible { var description: String { \"\\(self)\" } }\nprint(Mirror())",
    "import Foundation\nfunc down(_ n: Int) -> Int { down(n &+ 1) }\nlet thread = Thread { print(down(0)) }\n"
    "thread.start()\nwhile true { usleep(1000) }",
    "import Dispatch\nfunc down(_ n: Int) -> Int { down(n &+ 1) }\n"
    "DispatchQueue.concurrentPerform(iterations: 3) { print(down($0)) }",
    "func down(_ n: Int) -> Int { down(n &+ 1) }\nawait Task { down(0) }.value",
])
def test_endless_recursion_is_told_in_few_lines(shared, cell):
    shared.run("var before = 0")
    error = shared.run(cell).error
    assert "the stack is full" in error
    assert len(error.split("\n")) < 12, error
    assert shared.run("before += 1\nbefore").result == "1"


def test_endless_recursions_leave_no_memory_behind(shared):
    """A stack that was full is given back, though its thread is parked for good."""
    shared.run("func deep(_ n: Int) -> Int { deep(n &+ 1) }\nimport Glibc\n"
               "func resident() -> Int {\n  let file = fopen(\"/proc/self/statm\", \"r\")!\n  var line = [CChar](repeating: 0, count: 99)\n  fgets(&line, 99, file)\n"
               "  fclose(file)\n  return Int(String(cString: line).split(separator: \" \")[1])! >> 8\n}")
    before = int(shared.run("resident()").result)
    for _ in range(6):
        assert "the stack is full" in shared.run("deep(0)").error
    assert int(shared.run("resident()").result) - before < 40  # MB; a stack has 64


# A loop or a function that traps, and what is left of what it had written before.
WRITTEN = {
    "a loop over a range": (
        "var done = 0\nfor i in 0..<5 { done += 1; let q = 10 / (3 - i); if q > 100 { print(q) } }", "done", "4"),
    "a loop in a loop": (
        "var pairs = 0\nfor i in 0..<5 { for j in 0..<5 { pairs += 1; if i * j == 6 { _ = [1, 2][j] } } }",
        "pairs", "14"),
    "while": ("var w = 0, twice = 0\nwhile w < 100 { w += 1; twice += 2; if w == 50 { _ = [1][w] } }",
              "[w, twice]", "[50, 100]"),
    "a property of a class": (
        "final class Meter { var n = 0\n  func run() { for i in 0..<9 { n += 1; if i == 5 { _ = [1][i] } } } }\n"
        "let meter = Meter()\nmeter.run()", "meter.n", "6"),
    "a property of a struct": (
        "struct Gauge { var n = 0\n  mutating func run() { for i in 0..<9 { n += 1; if i == 5 { _ = [1][i] } } } }\n"
        "var gauge = Gauge()\ngauge.run()", "gauge.n", "6"),
    "an inout argument": (
        "func raise(_ n: inout Int) { for i in 0..<9 { n += 1; if i == 4 { _ = [1][i] } } }\n"
        "var raised = 0\nraise(&raised)", "raised", "5"),
    "an object that was handed in": (
        "final class Clock { var n = 0 }\nlet clock = Clock()\nlet hands = [1, 2]\n"
        "func tick(_ c: Clock, _ k: Int) { c.n = 1; _ = hands[k]; c.n = 2; _ = hands[k + 1]; c.n = 3 }\ntick(clock, 1)",
        "clock.n", "2"),
    "lines one after the other": (
        "var line = 0\nlet few = [1, 2, 3]\nfunc lines(_ k: Int) { line = 1; _ = few[k]; line = 2\n"
        "  _ = few[k + 1]; line = 3; _ = few[k + 2]; line = 4 }\nlines(1)", "line", "3"),
    "a struct's count and its array": (
        "struct Fill { var n = 0; var a = [0, 0, 0]\n  mutating func run() { for i in 0..<9 { n += 1; a[i] = n } } }\n"
        "var fill = Fill()\nfill.run()", "[fill.n] + fill.a", "[4, 1, 2, 3]"),
    "two inout arguments": (
        "func both(_ n: inout Int, _ a: inout [Int]) { for i in 0..<9 { n += 1; a[i] += 10 } }\n"
        "var steps = 0, tens = [1, 2]\nboth(&steps, &tens)", "[steps] + tens", "[3, 11, 12]"),
    "a function that a loop calls": (
        "var calls = 0\nfunc call(_ k: Int) { calls += 1; _ = [1, 2, 3][k] }\nfor i in 0..<9 { call(i) }",
        "calls", "4"),
    "a function in a function": (
        "func outer() { var own = [1, 2]\n  func inner(_ i: Int) { inside += 1; own[i] += 1 }\n"
        "  for i in 0..<9 { inner(i) } }\nvar inside = 0\nouter()", "inside", "3"),
    "a closure": ("var shares = 0\n(0..<5).forEach { shares += 12 / (3 - $0) }", "shares", "22"),
    "a closure in a struct": (
        "struct Purse { var sum = 0\n  mutating func take(_ d: [Int]) { d.forEach { sum += 6 / $0 } } }\n"
        "var purse = Purse()\npurse.take([3, 2, 0, 1])", "purse.sum", "5"),
    "an accessor": (
        "struct Knob { var turns = 0\n  var angle: Int { get { 0 } set { turns += 1; _ = [1, 2][newValue] } } }\n"
        "var knob = Knob()\nfor i in 0..<9 { knob.angle = i }", "knob.turns", "3"),
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_was_written_before_the_trap(shared, kind):
    """The optimiser holds nothing back that a later cell could see."""
    cell, use, expected = WRITTEN[kind]
    assert shared.run(cell).status == "error"
    assert shared.run(use).result == expected


def test_changes_just_before_the_trap_are_kept(shared):
    """Of every kind of variable, the ones modified in place too."""
    shared.run("var list = [1]\nvar table = [\"a\": 1]\nstruct Grid { var rows = [[0]] }\nvar grid = Grid()\n"
               "final class Node { var next: Node?; var n = 0 }\nlet node = Node()\nvar text = \"a\"")
    run = shared.run("list.append(2)\ntable[\"b\"] = 2\ngrid.rows[0].append(1)\nnode.n = 5\ntext += \"b\"\n"
                     "let empty: [Int] = []\nprint(empty[0])")
    assert run.status == "error"
    run = shared.run("list.append(3); table[\"c\"] = 3; grid.rows.append([])\n"
                     "print(list, table.count, grid.rows, node.n, text)")
    assert run.stream("stdout") == "[1, 2, 3] 3 [[0, 1], []] 5 ab\n"


def test_overlapping_accesses(shared):
    """The runtime's message with its addresses is told in words."""
    error = shared.run("var own = 1\nfunc grow(_ n: inout Int, by more: () -> Int) { n += more() }\n"
                       "grow(&own) { own }").error
    assert "overlapping accesses to a variable: a read began before a modification had ended" in error
    assert "lib" not in error and "0x" not in error
    assert shared.run("own += 1\nprint(own)").stream("stdout") == "2\n"


def test_a_trap_inside_of_a_mutation(shared):
    """A variable that a closure was modifying when it trapped can be used again."""
    shared.run("var numbers = [3, 1, 2]")
    shared.run("numbers.withUnsafeMutableBufferPointer { b in b[0] = 9; fatalError(\"inside\") }").error
    assert shared.run("numbers = [4, 5]\nnumbers.append(6)\nprint(numbers)").stream("stdout") == "[4, 5, 6]\n"


@pytest.mark.parametrize("cell", [
    "await Task { let a = [1]; print(a[5]) }.value",
    "import Foundation\nlet t = Thread { let a = [1]; print(a[5]) }\nt.start()\nwhile true { usleep(1000) }",
    "import Dispatch\nDispatchQueue.global().sync { let a = [1]; print(a[5]) }",
    "import Dispatch\nDispatchQueue.concurrentPerform(iterations: 4) { i in if i == 2 { print([1][5]) } }",
    "await withTaskGroup(of: Int.self) { g in g.addTask { let a = [1]; return a[5] }; _ = await g.next() }",
])
def test_traps_elsewhere(shared, cell):
    """A trap in a task or on another thread that the cell waits for ends the cell."""
    shared.run("var kept = 1")
    assert "Index out of range" in shared.run(cell).error
    assert shared.run("kept += 1\nprint(kept)").stream("stdout") == "2\n"


def test_exit(shared):
    """The cell ends with the status in words, and the session goes on."""
    shared.run("import Foundation\nvar calls = 0")
    run = shared.run("calls = 1\nprint(\"bye\")\nexit(3)")
    assert run.stream("stdout") == "bye\n"
    assert "exit(3)" in run.error and "line 3" in run.error and "3 | exit(3)" in run.error
    assert "exit(0)" in shared.run("func quit() { exit(0) }\nquit()").error
    assert shared.run("print(calls)").stream("stdout") == "1\n"


@pytest.mark.parametrize("call", ["_exit(3)", "_Exit(3)", "quick_exit(3)"])
def test_other_ways_to_exit(shared, call):
    shared.run("import Foundation\nvar kept = 1")
    assert "exit(3)" in shared.run(f"kept += 1\n{call}").error
    assert shared.run("kept").result == "2"


@pytest.mark.parametrize("signal", ["SIGSEGV", "SIGFPE", "SIGBUS", "SIGILL", "SIGABRT", "SIGTERM", "SIGHUP", "SIGINT"])
def test_signals_that_a_cell_sends_itself(shared, signal):
    """They end the cell and nothing else."""
    shared.run("import Foundation\nvar kept = 1")
    run = shared.run(f"kept += 1\nfunc send() {{\n  raise({signal})\n}}\nsend()")
    assert re.findall(r"at (.*), cell \d+ line (\d)", run.error) == [("send", "3")]
    assert shared.run("kept").result == "2"


def test_a_second_trap_in_the_same_cell(shared):
    """The same cell may trap any number of times."""
    for _ in range(3):
        assert "Division by zero" in shared.run("let nought = Int(\"0\")!\nprint(5 % nought)").error
    assert shared.run("1").result == "1"


def test_traps_of_several_threads(shared):
    """They are one error with one reason, whichever comes first, and nothing on stderr."""
    shared.run("import Dispatch\nimport Glibc")
    error = shared.run("DispatchQueue.concurrentPerform(iterations: 8) { i in fatalError(\"number \\(i)\") }").error
    assert len(re.findall(r"number \d", error.split("\n")[0])) == 1, error
    run = shared.run("usleep(400_000)\nprint(\"on\")")
    assert (run.stream("stdout"), run.stream("stderr")) == ("on\n", "")


@pytest.mark.parametrize("cell, frames", [
    ("[3, 1, 2].sorted { a, b in if a == 2 { fatalError() }; return a < b }", ["closure"]),
    ("func dig<T>(_ x: T) -> Int { fatalError() }\ndig(1)", ["dig"]),
    ("struct Lazy { static let value: Int = [1][2] }\nLazy.value", ["value"]),
    ("struct Knob { var turns = 0 { didSet { fatalError() } } }\nvar knob = Knob()\nknob.turns = 3", ["turns"]),
    # What the compiler knows beforehand.
    ("func inner(_ a: [Int]) -> Int { a[9] }\nfunc outer() -> Int { let a = [1, 2]; return inner(a) }\nouter()",
     ["inner", "outer"]),
    ("struct Shelf { static func at(_ k: Int) -> Int { [1, 2][k] } }\nprint(Shelf.at(7))", ["at"]),
    ("func same(_ k: Int) -> Int { [1][k] }\nfunc alike(_ k: Int) -> Int { [1][k] }\nfunc call() -> Int { alike(5) }\ncall()",
     ["alike", "call"]),
    # Functions of the standard library are none of the user's.
    ("func start(_ s: String) -> Character { s.first! }\nstart(\"\")", ["start"]),
    ("let ages = [\"a\": 1]\nfunc age(_ s: String) -> Int { ages[s]! }\nage(\"b\")", ["age"]),
    # An initialiser of a class is one function to the user.
    ("class Box { var n = 0\n  init(_ k: Int) {\n    n = [1][k]\n  }\n}\nfunc pack() -> Int { Box(8).n }\npack()",
     ["init", "pack"]),
    ("class Reader { func read(_ k: Int) -> Int { [1][k] } }\nlet reader = Reader()\nreader.read(4)", ["read"]),
    ("func late(_ k: Int) { defer { _ = [1][k] }; print(k) }\nlate(4)", ["defer", "late"]),
])
def test_names_of_frames(shared, cell, frames):
    """What the compiler makes of a function has the name that the user gave it."""
    found = re.findall(r"at (.*), cell", shared.run(cell).error)
    assert [name for i, name in enumerate(found) if name not in found[:i]] == frames


def test_a_cell_that_ends_its_thread(shared):
    """It is an error as any other."""
    shared.run("import Foundation\nvar kept = 1")
    for cell in ("pthread_exit(nil)", "Thread.exit()"):
        assert "ended its own thread" in shared.run(cell).error
    assert shared.run("kept += 1\nkept").result == "2"
    assert shared.run("atexit {}").result == "0"
