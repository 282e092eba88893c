"""Other values for constants of a notebook: `--set epochs=1`."""

import re


def change(notebook, settings):
    """Gives each `let NAME = NUMBER` of the code cells the value in settings.

    The changed line prints what was changed, so that nobody takes a short run for a whole one.
    Returns a sentence for each change; raises LookupError when no cell has such a line.
    """
    sentences = []
    for name, value in settings.items():
        line = re.compile(rf"^let {re.escape(name)} = ([0-9_.]+)\b", re.MULTILINE)
        cell = next(
            (c for c in notebook.cells if c.cell_type == "code" and line.search(c.source)), None)
        if cell is None:
            raise LookupError(f"no cell has a line \"let {name} = \" and a number")
        usual = line.search(cell.source)[1]
        if usual == value:
            continue
        sentence = f"{name} is {value} in this run, not {usual}"
        cell.source = line.sub(f'print("({sentence})"); let {name} = {value}', cell.source, count=1)
        sentences.append(sentence)
    return sentences
