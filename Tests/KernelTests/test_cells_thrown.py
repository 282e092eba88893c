"""Errors that a cell throws, and `await` at its top level."""


def test_a_thrown_error(shared):
    """Its type, its text, and where it was thrown; what was set before is kept."""
    shared.run("enum Oven: Error { case cold, hot(Int) }\nstruct Told: Error, CustomStringConvertible {\n"
               "  var description: String { \"the text\" } }\n"
               "func bake(_ t: Int) throws -> Int { if t > 9 { throw Oven.hot(t) }; return t }\nvar state = 1")
    run = shared.run("state = 2\n_ = try bake(10)")
    assert "hot(10)" in run.error
    assert run.reply["content"]["ename"] == "Oven"
    assert "line 2" in run.error
    assert "the text" in shared.run("throw Told()").error
    assert shared.run("print(state, try bake(3))").stream("stdout") == "2 3\n"


def test_an_error_of_foundation(shared):
    shared.run("import Foundation")
    run = shared.run("let text = try String(contentsOfFile: \"/nowhere/at/all\", encoding: .utf8)")
    assert "nowhere" in run.error
    assert "run cell" in shared.run("text").error


def test_an_error_in_the_result(shared):
    shared.run("struct Bad: Error {}\nfunc f(_ fails: Bool) throws -> Int {\n  if fails { throw Bad() }\n  return 3 }")
    assert shared.run("try f(false)").result == "3"
    assert "Bad" in shared.run("try f(true)").error
    assert shared.run("try? f(true)").result == "nil"


def test_top_level_await(shared):
    """Values, assignments, results, and errors; the variables stay ordinary ones."""
    shared.run("struct Late: Error {}\nfunc slow(_ n: Int) async -> Int { await Task.yield(); return n }\n"
               "func fails() async throws -> Int { throw Late() }")
    shared.run("let r = await slow(3)\nvar total = 0\ntotal += await slow(4)")
    assert shared.run("func later() -> Int { r + total }\nlater()").result == "7"
    assert shared.run("await slow(8)").result == "8"
    assert shared.run("print(await slow(1), await slow(2))").stream("stdout") == "1 2\n"
    assert "Late" in shared.run("let x = try await fails()").error
    assert shared.run("let y = try? await fails()\ny").result == "nil"
    assert shared.run("let t = Task { await slow(5) }\nprint(await t.value)").stream("stdout") == "5\n"


def test_await_inside_of_statements(shared):
    """if, for, while, do and switch at the top level may await."""
    shared.run("func slow(_ n: Int) async -> Int { n }\nvar seen = [Int]()\nstruct Late: Error {}\n"
               "func fails() async throws { throw Late() }")
    cell = """
if await slow(1) == 1 { seen.append(1) }
for i in 2...3 { seen.append(await slow(i)) }
do { try await fails() } catch { seen.append(4) }
switch await slow(5) { case 5: seen.append(5); default: break }
print(seen)
"""
    run = shared.run(cell)
    assert run.stream("stdout") == "[1, 2, 3, 4, 5]\n", run.messages


def test_for_await(shared):
    shared.run("let stream = AsyncStream<Int> { c in for i in 1...4 { c.yield(i) }; c.finish() }\nvar sum = 0")
    run = shared.run("for await n in stream where n != 3 { sum += n }\nsum")
    assert run.result == "7", run.messages


def test_task_groups(shared):
    run = shared.run("""
let squares = await withTaskGroup(of: Int.self) { group in
  for i in 1...5 { group.addTask { i * i } }
  var all: [Int] = []
  for await n in group { all.append(n) }
  return all.sorted()
}
""")
    assert run.status == "ok", run.messages
    assert shared.run("squares").result == "[1, 4, 9, 16, 25]"


def test_sleeping_tasks(shared):
    """`Task.sleep` comes back, and a clock measures it."""
    run = shared.run("let took = try await ContinuousClock().measure { try await Task.sleep(for: .milliseconds(30)) }\n"
                     "took >= .milliseconds(30)")
    assert run.result == "true", run.messages


def test_async_let(shared):
    """The code starts at once; the values are awaited by name, and constants for later cells."""
    shared.run("func one(_ n: Int) async -> Int { await Task.yield(); return n }\nstruct Late: Error {}\n"
               "func fails() async throws -> Int { throw Late() }")
    run = shared.run("async let a = one(1)\nasync let b: Int = one(2)\nprint(await a + b)\nawait [a, b]")
    assert (run.stream("stdout"), run.result) == ("3\n", "[1, 2]")
    assert shared.run("a * 10 + b").result == "12"
    assert shared.run("async let c = one(5)\nasync let d = one(6), e = one(7)").status == "ok"
    assert shared.run("[c, d, e]").result == "[5, 6, 7]"
    assert shared.run("async let x = fails()\ndo { print(try await x) } catch { print(error) }").stream(
        "stdout") == "Late()\n"
    assert "Late" in shared.run("async let y = fails()\nprint(try await y)").error
