"""What cells print, while they run."""

import re
import time


def next_text(notebook, request, name="stdout"):
    while True:
        message = notebook.client.get_iopub_msg(timeout=30)
        if message["parent_header"].get("msg_id") == request and message["msg_type"] == "stream":
            assert message["content"]["name"] == name
            return message["content"]["text"]


def test_half_a_line_appears_while_the_cell_runs(shared):
    """Without a line break, and before the cell ends."""
    request = shared.send("import Glibc\nprint(\"half\", terminator: \"\")\nwhile true { usleep(1000) }")
    assert next_text(shared, request) == "half"
    shared.control("interrupt_request")
    assert shared.collect(request).status == "error"


def test_a_line_appears_while_print_asks_for_a_description(shared):
    """What was printed before does not wait for the next value."""
    shared.run("import Glibc\nstruct Slow: CustomStringConvertible { var description: String { sleep(3); return \"s\" } }")
    request = shared.send("print(\"first\")\nprint(Slow())")
    start = time.monotonic()
    shared.wait_for_output(request)
    assert time.monotonic() - start < 2
    assert shared.collect(request).stream("stdout") == "s\n"


def test_half_a_line_of_c_appears_while_the_cell_runs(shared):
    request = shared.send("import Glibc\nputs(\"whole\")\nputchar(65)\nwhile true { usleep(1000) }")
    text = ""
    while text != "whole\nA":
        text += next_text(shared, request)
    shared.control("interrupt_request")
    assert shared.collect(request).status == "error"


def test_carriage_returns_pass(shared):
    """A progress bar is written over itself."""
    run = shared.run("for i in 1...3 { print(\"\\r\\(i)/3\", terminator: \"\") }\nprint()")
    assert run.stream("stdout") == "\r1/3\r2/3\r3/3\n"


def test_both_streams(shared):
    run = shared.run("import Foundation\nprint(\"out\")\nFileHandle.standardError.write(Data(\"err\\n\".utf8))\n"
                     "fputs(\"more\\n\", stderr)")
    assert (run.stream("stdout"), run.stream("stderr")) == ("out\n", "err\nmore\n")
    assert run.status == "ok"


def test_printf_and_print_keep_their_order(shared):
    """C and Swift write to one stream."""
    run = shared.run("import Glibc\nfor i in 0..<50 { print(i); withVaList([i]) { _ = vprintf(\"c%d\\n\", $0) } }")
    assert run.stream("stdout") == "".join(f"{i}\nc{i}\n" for i in range(50))


def test_child_processes(shared):
    """What a child writes to either stream belongs to the cell."""
    run = shared.run("import Foundation\nlet sh = Process()\nsh.executableURL = URL(fileURLWithPath: \"/bin/sh\")\n"
                     "sh.arguments = [\"-c\", \"echo child; echo trouble >&2\"]\ntry sh.run()\nsh.waitUntilExit()\n"
                     "print(sh.terminationStatus)")
    assert run.status == "ok", run.messages
    assert sorted(run.stream("stdout").split()) == ["0", "child"]
    assert run.stream("stderr") == "trouble\n"


def test_children_die_of_pipes_that_nobody_reads(shared):
    """As they do in a terminal, without a complaint."""
    run = shared.run("import Foundation\nlet piped = Process()\npiped.executableURL = URL(fileURLWithPath: \"/bin/sh\")\n"
                     "piped.arguments = [\"-c\", \"yes | head -n 1\"]\ntry piped.run()\npiped.waitUntilExit()")
    assert (run.stream("stdout"), run.stream("stderr")) == ("y\n", "")


def test_characters_are_never_split(shared):
    """Text of many bytes per character arrives whole, in however many pieces."""
    run = shared.run("for _ in 0..<20_000 { print(\"가나다 🐦\", terminator: \"\") }")
    assert run.stream("stdout") == "가나다 🐦" * 20_000


def test_bytes_that_are_no_text(shared):
    """They are replaced, and the text around them stays."""
    run = shared.run("import Glibc\nlet bytes: [UInt8] = [65, 255, 66, 10]\nfflush(stdout)\nwrite(1, bytes, 4);")
    assert run.stream("stdout") == "A\ufffdB\n"


def test_many_lines_all_arrive(shared):
    """200,000 lines, in order, before idle."""
    run = shared.run("for i in 0..<200_000 { print(i) }")
    assert run.stream("stdout") == "".join(f"{i}\n" for i in range(200_000))
    assert run.labels[-1] == "idle"


def test_an_endless_printer_can_be_stopped(shared):
    """The kernel's memory stays bounded meanwhile."""
    def resident():
        status = open(f"/proc/{shared.pid}/status").read()
        return int(re.search(r"VmRSS:\s*(\d+)", status)[1]) // 1024

    shared.run("1")
    before = resident()
    request = shared.send("while true { print(\"endless endless endless endless\") }")
    for _ in range(200):
        next_text(shared, request)
    shared.control("interrupt_request")
    assert "Interrupted" in shared.collect(request).error
    assert resident() - before < 200
    assert shared.run("print(1)").stream("stdout") == "1\n"


def test_threads_print_whole_lines(shared):
    run = shared.run("import Dispatch\nDispatchQueue.concurrentPerform(iterations: 200) { print(\"line\", $0) }")
    assert sorted(run.stream("stdout").split("\n")) == sorted([f"line {i}" for i in range(200)] + [""])


def test_a_thread_that_prints_after_its_cell(shared):
    """Its output still belongs to the cell that started it."""
    request = shared.send("import Foundation\nThread.detachNewThread { usleep(100_000); print(\"late\") }")
    assert shared.collect(request).status == "ok"
    assert next_text(shared, request) == "late\n"


def test_groups_of_work_are_waited_for(shared):
    """libdispatch's groups count who enters and leaves, whichever cell imports it and how often."""
    cell = ("let group = DispatchGroup()\nfor i in 0..<3 { group.enter()\n"
            "  DispatchQueue.global().async { usleep(50_000); print(i); group.leave() } }\n"
            "group.wait()\nprint(\"all\")")
    for header in ("import Foundation\n", "", "import Foundation; import Dispatch\n"):
        lines = shared.run(header + cell).stream("stdout").split()
        assert sorted(lines[:3]) == ["0", "1", "2"] and lines[3:] == ["all"]


def test_what_goes_past_print_keeps_its_place(shared):
    """Children, file handles and system calls write behind what was printed before."""
    run = shared.run("import Foundation\nprint(\"a\"); system(\"echo b\"); print(\"c\")\n"
                     "FileHandle.standardOutput.write(Data(\"d\\n\".utf8)); print(\"e\")\n"
                     "let echo = Process(); echo.executableURL = URL(fileURLWithPath: \"/bin/echo\")\n"
                     "echo.arguments = [\"f\"]; try echo.run(); echo.waitUntilExit(); print(\"g\")\n"
                     "write(1, \"h\\n\", 2); print(\"i\");")
    assert run.stream("stdout").split() == list("abcdefghi")
