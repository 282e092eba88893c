"""Every kind of running cell can be stopped, and the state is usable after."""

import os
import signal
import time

import pytest

# One second at worst, and room for a busy machine on top.
STOPPED_WITHIN = 3

RUNNING = {
    "an empty loop": "while true {}",
    "a repeat loop": "var r = 0\nrepeat { r &+= 1 } while r >= 0 || r < 0",
    "a loop in a function": "func spin() -> Int { var n = 0\n  while true { n &+= 1 } }\nspin()",
    "a loop that prints": "while true { print(\"x\") }",
    "a dictionary modified in place": "while true { table[Int.random(in: 0..<1000), default: 0] += 1 }",
    "an array modified in place": "while true { list.append(1); if list.count > 99 { list = [] } }",
    "a struct modified in place": "while true { grid.bump() }",
    "a text modified in place": "while true { text += \"a\"; if text.count > 99 { text = \"\" } }",
    "a sort": "while true { list = (0..<10_000).map { _ in Int.random(in: 0..<100) }.sorted() }",
    "sleep": "import Glibc\nsleep(30)",
    "usleep in a loop": "import Glibc\nwhile true { usleep(100_000) }",
    "Thread.sleep": "import Foundation\nThread.sleep(forTimeInterval: 30)",
    "a blocking read": "import Glibc\nvar ends: [Int32] = [0, 0]\npipe(&ends)\nvar byte: UInt8 = 0\nread(ends[0], &byte, 1)",
    "Task.sleep": "try await Task.sleep(for: .seconds(30))",
    "a task that spins": "await Task.detached { while true {} }.value",
    "a semaphore": "import Dispatch\nDispatchSemaphore(value: 0).wait()",
    "a lock that is held": "import Foundation\nlet lock = NSLock()\nlock.lock()\nlock.lock()",
    "a child process": "import Foundation\nlet child = Process()\nchild.executableURL = URL(fileURLWithPath: \"/bin/sleep\")\n"
                       "child.arguments = [\"30\"]\ntry child.run()\nchild.waitUntilExit()",
    "a stride": "var far = 0\nwhile true { for i in stride(from: 0, to: Int.max, by: 3) { far &+= i } }",
    "a closure without loops": "var odd = 0\n(0..<Int.max).forEach { n in odd += n.nonzeroBitCount }",
    "a lazy chain": "print((0..<Int.max).lazy.map { $0.hashValue }.filter { $0 == 1 && list.isEmpty }.first as Any)",
    "a loop of few instructions": "var w = 1\nwhile w != 0 { w = (w &* 3) | 1 }",
    "the main actor": "await MainActor.run { while true {} }",
    "a regular expression that searches for ever": "let again = try Regex(\"(a+)+b\")\n"
        "print(String(repeating: \"a\", count: 60).firstMatch(of: again) == nil)",
    "a recursion without loops": "func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) &+ fib(n - 2) }\nfib(80)",
}


def by_message(notebook):
    notebook.control("interrupt_request")


def by_signal(notebook):
    os.kill(notebook.pid, signal.SIGINT)


def stop(notebook, cell, interrupt=by_message):
    """Stops a cell that has begun, and returns what came of it and how long that took."""
    request = notebook.send("print(\"on\")\n" + cell)
    notebook.wait_for_output(request)
    start = time.monotonic()
    interrupt(notebook)
    run = notebook.collect(request)
    return run, time.monotonic() - start


@pytest.fixture(scope="module")
def state(shared):
    shared.run("var table = [1: 1]\nvar list = [1]\nvar text = \"a\"\nvar sum = 0\n"
               "struct Grid { var cells = [0, 0]\n  mutating func bump() { cells[0] &+= 1; cells.swapAt(0, 1) } }\n"
               "var grid = Grid()")
    return shared


@pytest.mark.parametrize("kind", RUNNING)
def test_stopped(state, kind):
    """The cell ends in time with one error, and every variable can be read and changed after."""
    run, seconds = stop(state, RUNNING[kind])
    assert "Interrupted" in run.error
    assert seconds < STOPPED_WITHIN
    run = state.run("table[7] = 1; list.append(2); text += \"b\"; grid.bump()\n"
                    "print(table.count == Set(table.keys).count, list.last!, text.last!, grid.cells.count)")
    assert run.stream("stdout") == "true 2 b 2\n", run.messages


# A loop that counts, and what must be true of it when it was stopped.
COUNTING = {
    "a struct's count": (
        "struct Pulse { var n = 0\n  mutating func run() { for _ in 0..<Int.max { n += 1 } } }\n"
        "var pulse = Pulse()\npulse.run()", "pulse.n > 4096"),
    "a struct's count and its array": (
        "struct Wheel { var n = 0; var a = [0, 0, 0]\n"
        "  mutating func run(_ m: Int) { for i in 0..<m { n += 1; a[i % 3] = n } } }\n"
        "var wheel = Wheel()\nwheel.run(1 << 60)", "wheel.n > 4096 && wheel.n == wheel.a.max()"),
    "inout arguments": (
        "func mark(_ n: inout Int, _ a: inout [Int]) { for i in 0..<Int.max { n += 1; a[i & 1] = n } }\n"
        "var marks = 0, slots = [0, 0]\nmark(&marks, &slots)", "marks > 4096 && marks == slots.max()"),
    "a range up to the largest number": (
        "var least = 0\nfor i in 1...Int.max { least = i }", "least > 4096"),
}


@pytest.mark.parametrize("kind", COUNTING)
def test_counts_are_kept(state, kind):
    """What a loop counted is there when it was stopped, and fits together."""
    cell, truth = COUNTING[kind]
    run, seconds = stop(state, cell)
    assert "Interrupted" in run.error
    assert seconds < STOPPED_WITHIN
    assert state.run(truth).result == "true"


def test_a_child_process_is_interrupted_too(state):
    """What it prints does not go on into later cells."""
    run, seconds = stop(state, "import Foundation\nlet flood = Process()\n"
                        "flood.executableURL = URL(fileURLWithPath: \"/usr/bin/yes\")\ntry flood.run()\nflood.waitUntilExit()")
    assert "Interrupted" in run.error
    assert seconds < STOPPED_WITHIN
    assert state.run("usleep(300_000)\nprint(flood.isRunning)").stream("stdout").endswith("false\n")
    assert state.run("print(1)").stream("stdout") == "1\n"


def test_by_signal(state):
    """SIGINT is an interrupt as the message is."""
    run, seconds = stop(state, "while true { list.append(1); if list.count > 99 { list = [] } }", by_signal)
    assert "Interrupted" in run.error
    assert seconds < STOPPED_WITHIN
    assert state.run("list = [3]\nlist").result == "[3]"


def test_where_it_stopped(state):
    """The error says the line."""
    run, _ = stop(state, "\nwhile true {\n  sum = sum &+ 1\n}")
    assert "line 3" in run.error or "line 4" in run.error


def test_a_long_operation_of_the_library(state):
    """A tensor operation that takes seconds is stopped, and the tensors are usable after."""
    state.run("import Martlet\nvar a = Tensor.ones(2000, 2000)")
    run, seconds = stop(state, "while true { a = matmul(a, a) * 1e-4 }")
    assert "Interrupted" in run.error
    assert seconds < STOPPED_WITHIN
    assert state.run("(a * 0).sum()").status == "ok"


@pytest.mark.parametrize("cell", [
    "for _ in 0..<1000 { _ = matmul(a, a) }",
    "let large = Tensor.ones(6000, 6000)\nlet product = matmul(large, large)\nlet more = matmul(product, product)",
    "let layer = Conv2d(16, 32, kernelSize: 3)\nlet pictures = Tensor.ones(32, 16, 64, 64)\n"
    "for _ in 0..<1000 { layer(pictures).sum().backward() }",
])
def test_long_operations_in_a_short_loop(state, cell):
    """A loop of few rounds, each of which takes long, is stopped within an operation."""
    state.run("import Martlet\nvar a = Tensor.ones(2000, 2000)")
    run, seconds = stop(state, cell)
    assert "Interrupted" in run.error
    assert seconds < STOPPED_WITHIN
    assert state.run("print((a + a).sum().item(), matmul(a, a)[0, 0].item())").stream("stdout") == "8000000.0 2000.0\n"


def test_while_compiling(state):
    """A compile that would take minutes is ended."""
    terms = " + ".join(f"[{i}: \"{i}\"].count * Double({i}).rounded() - {i}.5" for i in range(20))
    request = state.send(f"let hard = {terms}")
    state.client.get_iopub_msg(timeout=10)
    time.sleep(0.3)
    start = time.monotonic()
    by_message(state)
    run = state.collect(request)
    assert time.monotonic() - start < STOPPED_WITHIN
    assert run.status == "error"
    assert state.run("1 + 1").result == "2"


def test_harmless_when_idle(state):
    """Interrupts between cells stop nothing, neither the cell before nor the one after."""
    for interrupt in (by_message, by_signal, by_message):
        interrupt(state)
    # A signal has no reply. The thread that the system chose for it may have to wait for its turn,
    # and a cell that began before that is the one to be stopped.
    time.sleep(0.5)
    run = state.run("for i in 0..<1000 { sum = i }\nsum")
    assert run.result == "999"


def test_an_interrupted_cell_ends_the_queue(state):
    """Of "run all" the cells behind are not run, and can be run again."""
    first, second = state.send("print(\"on\")\nwhile true {}"), state.send("print(\"second\")")
    state.wait_for_output(first)
    by_message(state)
    assert state.collect(first).status == "error"
    assert state.collect(second).status == "aborted"
    assert state.run("print(3)").stream("stdout") == "3\n"
