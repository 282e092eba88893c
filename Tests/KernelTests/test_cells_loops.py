"""Loops run over the same numbers as they would without the safe points between them."""

import pytest

# A loop's head, and how many rounds it has, with the last number.
LOOPS = {
    "0..<3": "3 2",
    "0...3": "4 3",
    "5..<5": "0 nil",
    "0..<10_000": "10000 9999",
    "-3...8192": "8196 8192",
    "(Int.max - 5)..<Int.max": "5 9223372036854775806",
    "(Int.max - 5000)...Int.max": "5001 9223372036854775807",
    "Int.min..<(Int.min + 5)": "5 -9223372036854775804",
    "UInt8(0)...255": "256 255",
    "stride(from: 0, to: 10, by: 3)": "4 9",
    "stride(from: 0, to: 9, by: 3)": "3 6",
    "stride(from: 0, through: 9, by: 3)": "4 9",
    "stride(from: 0, to: 20_000, by: 2)": "10000 19998",
    "stride(from: 0, through: 20_000, by: 2)": "10001 20000",
    "stride(from: 0, through: 8192, by: 2)": "4097 8192",
    "stride(from: 0, to: 8192, by: 2)": "4096 8190",
    "stride(from: 20_000, to: 0, by: -2)": "10000 2",
    "stride(from: 20_000, through: 0, by: -2)": "10001 0",
    "stride(from: 5, to: 5, by: 1)": "0 nil",
    "stride(from: 5, through: 5, by: -1)": "1 5",
    "stride(from: 5, to: 0, by: 1)": "0 nil",
    "stride(from: Int.max - 9, through: Int.max, by: 4)": "3 9223372036854775806",
    "stride(from: 0, to: Int.max, by: Int.max / 2)": "3 9223372036854775806",
    "stride(from: Int.min, through: Int.max, by: Int.max)": "3 9223372036854775806",
    "stride(from: 0.0, to: 1, by: 0.25)": "4 0.75",
    "stride(from: 0, through: 1, by: 0.5)": "3 1.0",
    "stride(from: UInt8(0), to: 255, by: 100)": "3 200",
}


@pytest.mark.parametrize("numbers", LOOPS)
@pytest.mark.parametrize("where", ["do", "func"])
def test_numbers(shared, numbers, where):
    """At the top level and in a function: as many rounds as asked for, up to the right number."""
    loop = f"var rounds = 0; var last = \"nil\"\n  for n in {numbers} {{ rounds += 1; last = \"\\(n)\" }}"
    if where == "func":
        cell = f"func loop() -> String {{ {loop}\n  return \"\\(rounds) \\(last)\" }}\nloop()"
    else:
        cell = f"do {{ {loop}\n  print(rounds, last) }}"
    run = shared.run(cell)
    shown = run.result if where == "func" else run.stream("stdout").strip()
    assert (shown or run.error).strip('"') == LOOPS[numbers]


def test_a_stride_of_nothing(shared):
    """Numbers that do not change are refused, as they are everywhere."""
    run = shared.run("for n in stride(from: 0, to: 3, by: 0) { _ = n }")
    assert "Stride size must not be zero" in run.error
