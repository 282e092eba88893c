"""What a trapped thread leaves behind stops nobody else."""

import os

import pytest
from test_cells_interrupts import STOPPED_WITHIN, stop


def works(notebook):
    """print, tasks and threads go on as before."""
    run = notebook.run("print(\"prints\")\nlet twelve = await Task { 12 }.value\n"
                       "let many = await withTaskGroup(of: Int.self) { g in\n"
                       "  for i in 1...20 { g.addTask { i } }\n  return await g.reduce(0, +) }\n"
                       "print(twelve, many, (1...4).reduce(0, +))")
    assert run.status == "ok", run.messages
    assert run.stream("stdout") == "prints\n12 210 10\n"
    return True


def test_a_trap_in_a_description_that_print_calls(shared):
    """The stream that print had locked is replaced."""
    shared.run("struct Mute: CustomStringConvertible { var description: String { fatalError(\"mute\") } }")
    for _ in range(3):
        assert "mute" in shared.run("print(\"begin\", Mute())").error
        assert works(shared)


def test_a_trap_in_a_description_of_the_result(shared):
    shared.run("struct Shy: CustomStringConvertible { var description: String { [\"a\"][3] } }")
    assert "Index out of range" in shared.run("Shy()").error
    assert works(shared)


def test_traps_in_tasks_more_often_than_there_are_cores(shared):
    """Each one parks a thread of the pool, and the pool stays usable."""
    for _ in range((os.cpu_count() or 1) + 3):
        assert "Index out of range" in shared.run("await Task.detached { print([1][5]) }.value").error
    assert works(shared)


def test_tasks_that_trap_after_their_cell(shared):
    """What a finished cell left running may trap too; later cells do not even fail."""
    for _ in range((os.cpu_count() or 1) + 2):
        run = shared.run("Task.detached { try await Task.sleep(for: .milliseconds(30)); fatalError(\"late\") };")
        assert run.status == "ok"
    assert works(shared)


def test_interrupted_tasks_more_often_than_there_are_cores(shared):
    """Tasks that spin for ever are given up with their cell."""
    for _ in range((os.cpu_count() or 1) + 1):
        request = shared.send("print(\"on\")\nawait Task.detached { while true {} }.value")
        shared.wait_for_output(request)
        shared.control("interrupt_request")
        assert shared.collect(request).status == "error"
    assert works(shared)


def test_a_trap_in_a_lazy_static(shared):
    """Its initialiser never ends; other statics and cells work."""
    shared.run("struct Once { static let bad: Int = [1][3]\n  static let good = 5 }")
    assert "Index out of range" in shared.run("print(Once.bad)").error
    assert works(shared)
    assert shared.run("print(Once.good)").stream("stdout") == "5\n"
    run, seconds = stop(shared, "print(Once.bad)")
    assert "Interrupted" in run.error and seconds < STOPPED_WITHIN
    assert works(shared)


def test_a_trap_while_a_lock_is_held(shared):
    """Who waits for a lock that a trapped thread took can be stopped."""
    shared.run("import Foundation\nlet lock = NSLock()")
    shared.run("lock.lock()\nfatalError(\"holding\")").error
    request = shared.send("print(\"on\")\nlock.lock()")
    shared.wait_for_output(request)
    shared.control("interrupt_request")
    assert "Interrupted" in shared.collect(request).error
    assert works(shared)


def test_a_trap_in_what_the_heap_calls(shared):
    """A deinit that traps leaves the rest of the memory alone."""
    shared.run("final class Last { deinit { fatalError(\"in deinit\") } }\nvar last: Last? = Last()")
    assert "in deinit" in shared.run("last = nil").error
    assert works(shared)


def test_a_trap_inside_of_a_display(shared):
    shared.run("struct Broken: Displayable { var mimeBundle: MIMEBundle { fatalError(\"no bundle\") } }")
    assert "no bundle" in shared.run("display(Broken())").error
    assert "no bundle" in shared.run("Broken()").error
    assert shared.run("display(1)").labels == ["busy", "execute_input", "display_data", "idle"]


def test_traps_on_the_main_actor(shared):
    """The main thread goes on after a trap and after an interrupt, again and again."""
    shared.run("@MainActor func boom() -> Int { [1][5] }\n@MainActor func fine() -> Int { 7 }")
    for _ in range(3):
        assert "Index out of range" in shared.run("await boom()").error
        assert shared.run("await fine()").result == "7"
    request = shared.send("print(\"on\")\nawait MainActor.run { while true {} }")
    shared.wait_for_output(request)
    shared.control("interrupt_request")
    assert "Interrupted" in shared.collect(request).error
    assert shared.run("await fine()").result == "7"
    assert works(shared)


@pytest.mark.parametrize("end, error", [("fatalError(\"elsewhere\")", "elsewhere"), ("exit(3)", "exit")])
def test_a_cell_that_another_thread_ends(shared, end, error):
    """Its own thread does not go on: neither in a loop, nor to the end of a later cell."""
    shared.run("import Foundation\nvar beats = 0")
    start = f"Thread.detachNewThread {{ usleep(50_000); {end} }}\n"
    assert error in shared.run(start + "while true { beats += 1 }").error
    assert shared.run("let before = beats\nusleep(50_000)\nbeats == before && beats > 0").result == "true"
    assert error in shared.run(start + "Thread.sleep(forTimeInterval: 0.4)\nbeats = -1").error
    run = shared.run("usleep(900_000)\nprint(beats > 0)")
    assert run.status == "ok" and run.stream("stdout") == "true\n"


def test_a_trap_on_the_main_queue(shared):
    """What was sent to the queue behind it still runs, on the main thread."""
    shared.run("import Foundation\nlet sent = DispatchSemaphore(value: 0)\nvar isMain = false")
    assert "Index out of range" in shared.run(
        "DispatchQueue.main.async { print([1][7]) }\n"
        "DispatchQueue.main.async { isMain = Thread.isMainThread; sent.signal() }\n"
        "DispatchSemaphore(value: 0).wait()").error
    assert shared.run("sent.wait()\nisMain").result == "true"


def test_waiting_for_the_main_queue(shared):
    """What waits for the main queue finds it working after a trap on it."""
    shared.run("import Foundation")
    assert "left" in shared.run("DispatchQueue.main.async { fatalError(\"left\") }\n"
                                "Thread.sleep(forTimeInterval: 0.3)").error
    run = shared.run("let answer = DispatchQueue.main.sync { MainActor.assumeIsolated { 42 } }\nanswer")
    assert run.result == "42"


def test_a_main_actor_that_was_interrupted(shared):
    """Blocked in the system or busy, it is free for the next cell."""
    shared.run("import Foundation\nfunc fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }")
    for work in ("sleep(100)", "print(fib(60))"):
        run, seconds = stop(shared, f"await MainActor.run {{ _ = {work} }}")
        assert "Interrupted" in run.error and seconds < STOPPED_WITHIN
        assert shared.run("await MainActor.run { print(1) }").stream("stdout") == "1\n"


def test_an_endless_recursion_on_the_main_actor(shared):
    shared.run("@MainActor func down(_ n: Int) -> Int { n == -1 ? 1 : down(down(n &+ 1) | 1) }")
    assert "recursion" in shared.run("await down(0)").error
    assert works(shared)
