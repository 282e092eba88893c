"""The rules of the protocol that Jupyter's own suite does not try."""

import json

import pytest
import zmq


def test_order_and_counting(notebook):
    """Output lies between busy and idle, and the counter counts stored cells, failed ones too."""
    run = notebook.run("print(1)")
    assert run.labels == ["busy", "execute_input", "stream", "idle"]
    assert run.reply["content"]["execution_count"] == 1
    assert notebook.run("print(nothing)").reply["content"]["execution_count"] == 2
    assert notebook.run("print(2)", store_history=False).reply["content"]["execution_count"] == 2
    silent = notebook.run("print(3)", silent=True)
    assert silent.reply["content"]["execution_count"] == 2
    assert silent.labels == ["busy", "idle"]
    assert notebook.run("print(4)").reply["content"]["execution_count"] == 3


def test_reply_holds_user_expressions(shared):
    """An empty object is there even though the language evaluates none."""
    content = shared.run("1").reply["content"]
    assert content["user_expressions"] == {}
    assert content["payload"] == []


def test_error_stops_the_queue(shared):
    """The cells of "run all" behind a failed one are not run; the next one is."""
    requests = [shared.send(code) for code in ("let none: Int? = nil\nnone!", "print(1)", "print(2)")]
    runs = [shared.collect(request) for request in requests]
    assert [run.status for run in runs] == ["error", "aborted", "aborted"]
    assert runs[0].labels == ["busy", "execute_input", "error", "idle"]
    assert runs[1].labels == ["busy", "idle"]
    assert shared.run("print(3)").stream("stdout") == "3\n"


def test_questions_while_a_cell_runs(notebook):
    """What needs no cell is answered beside one."""
    cell = notebook.send('print("on")\nwhile true {}')
    notebook.wait_for_output(cell)
    client = notebook.client
    assert notebook.reply(client.kernel_info())["content"]["status"] == "ok"
    assert notebook.reply(client.comm_info())["content"]["comms"] == {}
    assert notebook.reply(client.is_complete("if x {"))["content"]["status"] == "incomplete"
    assert notebook.reply(client.complete("pri"))["content"]["status"] == "ok"
    assert notebook.reply(client.inspect("print"))["content"]["status"] == "ok"
    assert notebook.control("kernel_info_request")["content"]["status"] == "ok"
    assert client.hb_channel.is_beating()
    notebook.manager.interrupt_kernel()
    assert notebook.reply(cell)["content"]["status"] == "error"


def test_unknown_types_are_ignored(shared):
    """They are busy and idle, nothing more; a comm for nobody is closed."""
    client = shared.client
    message = client.session.msg("sing_request", {"song": "la"})
    client.shell_channel.send(message)
    published = shared.published(message["header"]["msg_id"])
    assert [m["content"]["execution_state"] for m in published] == ["busy", "idle"]
    message = client.session.msg("comm_open", {"comm_id": "c", "target_name": "t", "data": {}})
    client.shell_channel.send(message)
    types = [m["msg_type"] for m in shared.published(message["header"]["msg_id"])]
    assert types == ["status", "comm_close", "status"]


@pytest.fixture
def raw(shared):
    """A socket of its own at the kernel's shell, and how to make messages for it."""
    context = zmq.Context()
    socket = context.socket(zmq.DEALER)
    socket.connect(shared.client._make_url("shell"))
    socket.RCVTIMEO = 10_000
    yield socket, shared.client.session
    context.destroy(linger=0)


def test_bad_messages_are_dropped(raw):
    """Unsigned, badly signed, repeated and malformed messages; the next good one is answered."""
    socket, session = raw
    message = session.msg("kernel_info_request", {})
    good = session.serialize(message)
    for bad in (
        [b""],
        [b"<IDS|MSG>"],
        [b"\xff" * 40] * 9,
        good[:1] + [b""] + good[2:],
        good[:1] + [b"0" * 64] + good[2:],
        good[:5],
        [b"<IDS|MSG>", session.sign([b"[" * 10_000] * 4)] + [b"[" * 10_000] * 4,
        [b"<IDS|MSG>", session.sign([b"null"] * 4)] + [b"null"] * 4,
    ):
        socket.send_multipart(bad)
    socket.send_multipart(good)
    socket.send_multipart(good)
    last = session.msg("kernel_info_request", {})
    socket.send_multipart(session.serialize(last))
    for expected in (message, last):
        frames = socket.recv_multipart()
        parent = json.loads(frames[frames.index(b"<IDS|MSG>") + 3])
        assert parent["msg_id"] == expected["header"]["msg_id"]


def test_input_is_refused_where_it_can_not_be_given(shared):
    """A client without a user gets no input_request."""
    run = shared.run("print(readLine() as Any)", allow_stdin=False)
    assert run.status in ("ok", "error")
    with pytest.raises(Exception):
        shared.client.get_stdin_msg(timeout=0.2)


def test_a_flood_of_output_arrives_whole(shared):
    """Twenty megabytes, in order, and in far fewer messages than lines."""
    count = 200_000
    run = shared.run(f'for i in 0..<{count} {{ print(i, String(repeating: "x", count: 90)) }}')
    lines = run.stream("stdout").splitlines()
    assert len(lines) == count
    assert [int(line.split()[0]) for line in lines[:: count // 100]] == list(range(0, count, count // 100))
    assert len(run.messages) < count / 20
