"""What lasts of the report's Word files when they are opened, edited and saved by python-docx and by LibreOffice.

Usage: python benchmarks/round_trip.py FILE.docx ...

A word is added to the first paragraph of prose. Then each thing that a reader, a reviewer or `reportgen review import`
relies on is counted in the file as it was, and again in what was saved. What was lost is listed. Where there is no
LibreOffice, its column is left out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from office import WORD, Office, OfficeError
from word_parts import Parts, read_parts

WORD_ADDED = "Reviewed."
_SHOWN = 3
_MACRO = f"""
Sub Edit(source, target)
  made = Opened(source)
  lines = made.Text.createEnumeration()
  Do While lines.hasMoreElements()
    line = lines.nextElement()
    If line.supportsService("com.sun.star.text.Paragraph") Then
      If line.ParaStyleName = "Text body" Then
        made.Text.insertString(line.getEnd(), " {WORD_ADDED}", False)
        Exit Do
      End If
    End If
  Loop
  Save(made, target, "{WORD}")
  made.close(True)
End Sub
"""

Editor = Callable[[Path, Path], None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder:
        editors = editors_in(Path(folder))
        for file in wanted.files:
            show(file, {name: edited(file, editor, Path(folder)) for name, editor in editors.items()})


def editors_in(folder: Path) -> dict[str, Editor]:
    """Return what edits a Word file and saves it under another name, by name."""
    editors: dict[str, Editor] = {"python-docx": edit_by_python_docx}
    try:
        office = Office(folder / "office", _MACRO)
    except OfficeError as lacking:
        print(lacking)
    else:
        editors["LibreOffice"] = lambda source, target: office.run("Edit", source, target)
    return editors


def edit_by_python_docx(source: Path, target: Path) -> None:
    """Add a word to the first paragraph of prose, and save."""
    document = docx.Document(str(source))
    prose = next(paragraph for paragraph in document.paragraphs if paragraph.style.name == "Body Text")
    prose.add_run(f" {WORD_ADDED}")
    document.save(str(target))


def edited(file: Path, editor: Editor, folder: Path) -> Parts:
    """Return what an editor saved of a file. Raises `ValueError` where it did not add its word."""
    target = folder / "edited.docx"
    target.unlink(missing_ok=True)
    editor(file, target)
    if not any(WORD_ADDED in str(words) for words in read_parts(target)["text of paragraphs"]):
        raise ValueError(f"{WORD_ADDED} was not added to {file.name}")
    return read_parts(target, f" {WORD_ADDED}")


def kept(before: Counter[object], after: Counter[object]) -> int:
    """Return how many things are there still."""
    return (before & after).total()


def show(file: Path, after: dict[str, Parts]) -> None:
    """Print a table of what was kept, and what was lost below it."""
    before = read_parts(file)
    print(f"\n{file.name}\n{'':32}{'file':>8}" + "".join(f"{name:>14}" for name in after))
    for kind, things in before.items():
        print(f"{kind:32}{things.total():8}" + "".join(f"{kept(things, parts[kind]):14}" for parts in after.values()))
    for name, parts in after.items():
        for kind, things in before.items():
            for lost in list(things - parts[kind])[:_SHOWN]:
                print(f"{name} lost of {kind}: {str(lost)[:150]}")


if __name__ == "__main__":
    main()
