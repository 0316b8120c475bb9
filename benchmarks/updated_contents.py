"""Whether each entry of the contents, and each page that the text names, is right once LibreOffice has updated them.

Usage: python benchmarks/updated_contents.py FILE.docx ...

LibreOffice lays the file out, updates its indexes and fields, and says on which page each heading and each place that
a page is named for stands in that layout. Entries and page numbers in the text are held against them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from office import Office, OfficeError

MACRO = """
Function Words(line)
  Dim portions, portion
  Words = ""
  portions = line.createEnumeration()
  Do While portions.hasMoreElements()
    portion = portions.nextElement()
    If portion.TextPortionType <> "Footnote" Then Words = Words & portion.getString()
  Loop
End Function

Sub Update(source, target)
  Dim indexes, lines, line, where, said, fields, field
  made = Opened(source)
  where = made.CurrentController.ViewCursor
  indexes = made.DocumentIndexes
  For times = 1 To 2
    For at = 0 To indexes.Count - 1
      indexes.getByIndex(at).update()
    Next
    made.TextFields.refresh()
  Next
  said = createUnoService("com.sun.star.io.TextOutputStream")
  said.setOutputStream(createUnoService("com.sun.star.ucb.SimpleFileAccess").openFileWrite(ConvertToURL(target)))
  said.setEncoding("UTF-8")
  For at = 0 To indexes.Count - 1
    lines = indexes.getByIndex(at).Anchor.createEnumeration()
    Do While lines.hasMoreElements()
      said.writeString("entry" & Chr(9) & lines.nextElement().getString() & Chr(10))
    Loop
  Next
  lines = made.Text.createEnumeration()
  Do While lines.hasMoreElements()
    line = lines.nextElement()
    If Not IsEmpty(line.PageNumberOffset) Then
      If line.PageNumberOffset > 0 Then
        If line.supportsService("com.sun.star.text.TextTable") Then
          where.gotoRange(line.getCellByName("A1").getStart(), False)
        Else
          where.gotoRange(line.getStart(), False)
        End If
        said.writeString("count" & Chr(9) & line.PageNumberOffset & Chr(9) & where.getPage() & Chr(10))
      End If
    End If
    If line.supportsService("com.sun.star.text.Paragraph") Then
      If line.OutlineLevel > 0 And line.OutlineLevel < 3 Then
        where.gotoRange(line.getStart(), False)
        said.writeString("heading" & Chr(9) & Words(line) & Chr(9) & where.getPage() & Chr(10))
      End If
    End If
  Loop
  fields = made.TextFields.createEnumeration()
  Do While fields.hasMoreElements()
    field = fields.nextElement()
    If field.supportsService("com.sun.star.text.TextField.GetReference") Then
      If field.ReferenceFieldPart = com.sun.star.text.ReferenceFieldPart.PAGE _
      Or field.ReferenceFieldPart = com.sun.star.text.ReferenceFieldPart.PAGE_DESC Then
        If made.Bookmarks.hasByName(field.SourceName) Then
          where.gotoRange(made.Bookmarks.getByName(field.SourceName).Anchor.getStart(), False)
          said.writeString("place" & Chr(9) & field.SourceName & Chr(9) & field.CurrentPresentation _
          & Chr(9) & where.getPage() & Chr(10))
        End If
      End If
    End If
  Loop
  said.closeOutput()
  made.close(True)
End Sub
"""


@dataclass(frozen=True)
class Named:
    """A page that is named, as it is printed, and the page on which the place is that it is named for."""

    place: str
    printed: str
    page: int

    @property
    def right(self) -> bool:
        """Whether the page is the one that is named."""
        return self.printed.isdecimal() and int(self.printed) == self.page


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder:
        try:
            office = Office(Path(folder) / "office", MACRO)
        except OfficeError as lacking:
            parser.error(str(lacking))
        for at, file in enumerate(wanted.files):
            said = Path(folder) / f"{at}.txt"
            office.run("Update", file, said)
            entries, places = read(said.read_text("utf-8").splitlines())
            show(file.name, "entries of the contents", entries)
            show(file.name, "pages named in the text", places)


def read(lines: Iterable[str]) -> tuple[list[Named], list[Named]]:
    """Return the contents' entries with the pages of their headings, which stand in the same order, and the places.

    LibreOffice counts sheets, so that pages are numbered anew where the first chapter begins. Raises `ValueError`
    where there are contents, and an entry has no heading or a heading no entry.
    """
    told = [line.split("\t") for line in lines if line]
    before = next((int(page) - int(number) for kind, number, page in (t for t in told if t[0] == "count")), 0)
    entries = [parts for kind, *parts in told if kind == "entry" and len(parts) > 1]
    headings = [parts for kind, *parts in told if kind == "heading" and entries]
    named = [
        Named(title, entry[-1], int(page) - before)
        for entry, (title, page) in zip(entries, headings, strict=True)
        if entry[-2].strip().endswith(title.strip())
    ]
    if len(named) != len(headings):
        raise ValueError(f"{len(headings) - len(named)} entries have other words than their headings")
    places = [parts for kind, *parts in told if kind == "place"]
    return named, [Named(name, printed, int(page) - before) for name, printed, page in places]


def show(file: str, kind: str, named: list[Named]) -> None:
    """Print how many pages are right, and which are not."""
    wrong = [one for one in named if not one.right]
    print(f"{file}: {len(named)} {kind}, {len(named) - len(wrong)} of them right")
    for one in wrong:
        print(f"  {one.place}: {one.printed}, stands on page {one.page}")


if __name__ == "__main__":
    main()
