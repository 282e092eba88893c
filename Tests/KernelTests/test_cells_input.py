"""`readLine` asks the front end."""


def answer(notebook, request, text, channel_timeout=30):
    message = notebook.client.get_stdin_msg(timeout=channel_timeout)
    assert message["msg_type"] == "input_request"
    assert message["parent_header"]["msg_id"] == request
    notebook.client.input(text)


def test_a_line(shared):
    """The line arrives without its end, and in any script."""
    request = shared.send("print(\"name?\")\nlet name = readLine() ?? \"nobody\"\nprint(\"hello\", name)", allow_stdin=True)
    answer(shared, request, "에이다 🐦")
    run = shared.collect(request)
    assert run.stream("stdout") == "name?\nhello 에이다 🐦\n"


def test_several_lines(shared):
    """Each call asks anew, and an empty line is one."""
    request = shared.send("var lines: [String] = []\nfor _ in 0..<3 { lines.append(readLine()!) }\nlines", allow_stdin=True)
    for text in ("one", "", "three"):
        answer(shared, request, text)
    assert shared.collect(request).result == "[\"one\", \"\", \"three\"]"


def test_where_nobody_can_type(shared):
    """It fails at once and asks nobody."""
    run = shared.run("let line = readLine()\nprint(line ?? \"nothing\")", allow_stdin=False)
    assert run.status in ("ok", "error")
    assert "nothing" in run.stream("stdout") or "input" in run.error
    assert shared.run("print(1)").stream("stdout") == "1\n"


def test_interrupted_while_it_waits(shared):
    """The cell ends, and a later one can read again."""
    request = shared.send("let never = readLine()", allow_stdin=True)
    assert shared.client.get_stdin_msg(timeout=30)["msg_type"] == "input_request"
    shared.control("interrupt_request")
    assert "Interrupted" in shared.collect(request).error
    request = shared.send("readLine()", allow_stdin=True)
    answer(shared, request, "again")
    assert shared.collect(request).result == "Optional(\"again\")"
