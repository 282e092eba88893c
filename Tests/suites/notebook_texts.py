"""Compares an executed notebook with the committed one: notebook_texts.py COMMITTED EXECUTED.

Every text output must be the same to the letter, and every picture must be there, but for cells
tagged "varies": those that print times, or numbers that depend on the processor. What these must
still hold is in the notebook's metadata (martlet, least): regular expressions with one group, and
the number that the last match must reach.
"""

import json
import re
import sys

# What the runner prints where it gives a constant another value.
CHANGED = re.compile(r"^\(\w+ is [^ ]+ in this run, not [^ ]+\)\n", re.MULTILINE)


def texts(cell):
    """What a cell printed and showed, in order; pictures by their kind alone."""
    result = []
    for output in cell["outputs"]:
        if output["output_type"] == "stream":
            text = CHANGED.sub("", "".join(output["text"]))
            result += [(output["name"], text)] if text else []
        elif output["output_type"] == "error":
            result.append(("error", output["evalue"]))
        else:
            for kind, data in sorted(output["data"].items()):
                result.append((kind, "".join(data) if kind == "text/plain" else ""))
    return result


def problems(committed, executed):
    pairs = zip(committed["cells"], executed["cells"], strict=True)
    for index, (before, after) in enumerate(pairs):
        if before["cell_type"] != "code":
            continue
        if "varies" in before["metadata"].get("tags", []):
            kinds = {kind for kind, _ in texts(before)}
            if missing := kinds - {kind for kind, _ in texts(after)}:
                yield f"cell {index}: no {', '.join(sorted(missing))} came"
        elif texts(before) != texts(after):
            yield f"cell {index}: expected {texts(before)}, got {texts(after)}"
    everything = "\n".join(text for cell in executed["cells"] if cell["cell_type"] == "code"
                           for _, text in texts(cell))
    for pattern, least in committed["metadata"].get("martlet", {}).get("least", {}).items():
        found = re.findall(pattern, everything)
        if not found:
            yield f"nothing like {pattern} was printed"
        elif float(found[-1]) < least:
            yield f"{pattern}: {found[-1]}, less than {least}"


def main():
    committed, executed = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
    found = list(problems(committed, executed))
    for problem in found:
        print(f"{sys.argv[1]}: {problem}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
