"""A Word file that came back is read as it is, whoever saved it; what cannot be read is a finding and no more."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics, show
from reportgen.load import word_package
from reportgen.load.reviewed_word import read_reviewed
from reportgen.model.review import Anchor, Held, Kind, Reply, ReviewedFile, Revision, Stretch, Thing

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
BY = 'w:id="1" w:author="Legal" w:date="2024-03-05T10:15:00Z"'
LEGAL = "Legal", "2024-03-05T10:15:00Z"
HINT = "\n  = hint: ask for the .docx file, saved by Word without a password"


def relations(**targets: str) -> str:
    made = "".join(f'<Relationship Id="{k}" Type="{OFFICE}/{k}" Target="{t}"/>' for k, t in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'


def save(path: Path, body: str, **parts: str) -> Path:
    """Save a Word file whose document has a body; ``parts`` are the roots of further parts by kind."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", relations(officeDocument="/word/document2.xml"))
        package.writestr("word/_rels/document2.xml.rels", relations(**{kind: f"./{kind}.xml" for kind in parts}))
        package.writestr("word/document2.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        for kind, root in parts.items():
            package.writestr(f"word/{kind}.xml", root.replace(">", f" {SPACES}>", 1))
    return path


@pytest.fixture
def read(tmp_path: Path):
    def run(body: str, **parts: str) -> ReviewedFile:
        found = Diagnostics()
        file = read_reviewed(save(tmp_path / "a.docx", body, **parts), "a.docx", found)
        assert not list(found)
        assert file is not None
        return file

    return run


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, tag: str = "t") -> str:
    return f'<w:r w:rsidR="00A77B3E"><w:rPr><w:b/></w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def test_runs_that_were_split_are_one_text_and_signs_are_characters(read) -> None:
    body = p(r("Gre"), "<w:proofErr/>", r("en"), "<w:r><w:tab/><w:t>power</w:t><w:br/><w:noBreakHyphen/></w:r>")
    assert [paragraph.text for paragraph in read(body).paragraphs] == ["Green\tpower\n\N{NON-BREAKING HYPHEN}"]


def test_tracked_changes_are_stretches_with_who_and_when(read) -> None:
    body = p(r("we "), f"<w:del {BY}>{r('lease', 'delText')}</w:del>", f"<w:ins {BY}>{r('own')}{r(' it')}</w:ins>")
    (paragraph,) = read(body).paragraphs
    assert paragraph.stretches == (
        Stretch("we "),
        Stretch("lease", (Revision(Kind.DELETED, *LEGAL),)),
        Stretch("own it", (Revision(Kind.INSERTED, *LEGAL),)),
    )
    assert (paragraph.before, paragraph.after) == ("we lease", "we own it")


def test_what_one_inserted_and_another_deleted_was_never_there(read) -> None:
    other = 'w:id="2" w:author="ESG Office"'
    body = p(r("a"), f"<w:ins {BY}><w:del {other}>{r('b', 'delText')}</w:del></w:ins>")
    (paragraph,) = read(body).paragraphs
    inserted, deleted = Revision(Kind.INSERTED, *LEGAL), Revision(Kind.DELETED, "ESG Office", "")
    assert paragraph.stretches[1] == Stretch("b", (inserted, deleted))
    assert (paragraph.before, paragraph.after) == ("a", "a")


def test_moves_ends_of_paragraphs_and_rows_are_changes_too(read) -> None:
    away = p(f"<w:moveFrom {BY}>{r('x')}</w:moveFrom>", properties=f"<w:rPr><w:moveFrom {BY}/></w:rPr>")
    row = f"<w:tbl><w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{p(r('cell'))}</w:tc></w:tr></w:tbl>"
    moved, cell, here = read(away + row + p(f"<w:moveTo {BY}>{r('x')}</w:moveTo>")).paragraphs
    assert moved.end == (Revision(Kind.MOVED_AWAY, *LEGAL),)
    assert (moved.before, moved.after, here.before, here.after) == ("x", "", "", "x")
    assert (cell.before, cell.after, cell.cell) == ("cell", "", (1, 1, 1))


def test_changes_of_looks_are_counted_and_what_was_before_is_not_read(read) -> None:
    look = f"<w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    body = p(
        f"<w:r><w:rPr><w:b/>{look}</w:rPr><w:t>a</w:t></w:r>", properties=f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>"
    )
    file = read(body)
    assert (file.formatting, file.paragraphs[0].stretches) == (2, (Stretch("a"),))


def test_pages_are_told_from_words_and_other_fields_are_words(read) -> None:
    def field(instruction: str, result: str) -> str:
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        words = f"<w:r><w:instrText> {instruction}</w:instrText></w:r>"
        return mark.format("begin") + words + mark.format("separate") + r(result) + mark.format("end")

    simple = '<w:fldSimple w:instr=" PAGEREF b \\h ">' + r("12") + "</w:fldSimple>"
    body = p(r("see "), simple, r(", "), field("PAGEREF b", "13"), field("REF b", "Energy"), r("."))
    assert read(body).paragraphs[0].stretches == (
        Stretch("see "),
        Stretch("12", counted=True),
        Stretch(", "),
        Stretch("13", counted=True),
        Stretch("Energy."),
    )


def test_lines_of_the_contents_are_known(read) -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin = mark.format("begin") + '<w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r>' + mark.format("separate")
    body = p(begin, r("Energy")) + p(r("Water")) + p(mark.format("end"), r("Text"))
    assert [(paragraph.text, paragraph.listed) for paragraph in read(body).paragraphs] == [
        ("Energy", True),
        ("Water", True),
        ("Text", False),
    ]


def test_a_mark_of_a_note_has_the_note_s_words_and_a_drawing_its_alternative_text(read) -> None:
    def mark(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    drawn = '<w:r><w:drawing><wp:docPr id="1" name="Picture 1" descr="{}"/></w:drawing></w:r>'
    note = f'<w:footnotes><w:footnote w:id="3">{p(r("Read"))}{p(r("daily."))}</w:footnote></w:footnotes>'
    body = p(r("a"), f"<w:del {BY}>{mark(3)}</w:del>", mark(4), drawn.format("A pier"), drawn.format(""), r("b"))
    (paragraph, *_) = read(body, footnotes=note).paragraphs
    assert paragraph.text == "ab"
    assert paragraph.stretches[1:-1] == (
        Stretch("", (Revision(Kind.DELETED, *LEGAL),), held=Held(Thing.NOTE, "Read\ndaily.", "footnote 3")),
        Stretch("", held=Held(Thing.NOTE, "footnote 4", "footnote 4")),
        Stretch("", held=Held(Thing.DRAWING, "A pier")),
        Stretch("", held=Held(Thing.DRAWING, "Picture 1")),
    )


def test_what_is_drawn_or_a_fall_back_is_not_read_twice(read) -> None:
    box = f"<w:txbxContent>{p(r('in a box'))}</w:txbxContent>"
    drawn = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = p(f"<w:r>{drawn}</w:r>", "<w:r><a:p><a:r><a:t>label</a:t></a:r></a:p></w:r>", r("after"))
    assert [paragraph.text for paragraph in read(body).paragraphs] == ["after", "in a box"]


def test_a_bookmark_is_on_what_stands_within_it_and_one_left_open_on_its_first(read) -> None:
    def begin(number: int, name: str) -> str:
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'

    end = '<w:bookmarkEnd w:id="1"/>'
    body = (
        begin(1, "_a_00000000") + p(r("one")) + p(r("two")) + end + p(begin(2, "_b_00000000"), r("three")) + p(r("4"))
    )
    assert [paragraph.bookmarks for paragraph in read(body).paragraphs] == [
        ("_a_00000000",),
        ("_a_00000000",),
        ("_b_00000000",),
        (),
    ]


def test_comments_have_their_places_their_replies_and_whether_they_are_settled(read) -> None:
    body = p(r("ab"), '<w:commentRangeStart w:id="0"/>', r("cd")) + p(
        r("ef"), '<w:commentRangeEnd w:id="0"/>', '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    body += p(r("gh"), '<w:r><w:commentReference w:id="2"/></w:r>')

    def comment(number: int, *lines: str) -> str:
        said = "".join(f'<w:p w14:paraId="{number}{at}">{r(line)}</w:p>' for at, line in enumerate(lines))
        return f'<w:comment w:id="{number}" w:author="Legal" w:date="2024-03-05T10:15:00Z">{said}</w:comment>'

    comments = (
        f"<w:comments>{comment(1, 'Yes.')}{comment(0, 'Two', 'lines')}{comment(2, 'Here')}{comment(3, '')}</w:comments>"
    )
    threads = '<w15:commentsEx><w15:commentEx w15:paraId="01" w15:done="1"/>'
    threads += '<w15:commentEx w15:paraId="10" w15:paraIdParent="01"/></w15:commentsEx>'
    first, second, lost = read(body, comments=comments, commentsExtended=threads).comments
    assert (first.text, first.begin, first.end, first.resolved) == ("Two\nlines", Anchor(0, 2), Anchor(1, 2), True)
    assert first.replies == (Reply(*LEGAL, "Yes."),)
    assert (second.begin, second.end, second.resolved) == (Anchor(2, 2), Anchor(2, 2), False)
    assert lost.begin is None


@pytest.mark.parametrize("date", ["", "0-00-00T00:00:00Z", "2024-13-05T10:15:00Z", "yesterday"])
def test_what_is_no_date_is_none(read, date: str) -> None:
    marked = f'<w:ins w:id="1" w:author="Legal" w:date="{date}">{r("ab")}</w:ins>'
    body = p(marked, '<w:r><w:commentReference w:id="0"/></w:r>')
    comment = f'<w:comment w:id="0" w:author="Legal" w:date="{date}"><w:p>{r("No.")}</w:p></w:comment>'
    file = read(body, comments=f"<w:comments>{comment}</w:comments>")
    assert [comment.date for comment in file.comments] == [""]
    changes = [change.date for stretch in file.paragraphs[0].stretches for change in stretch.revisions]
    assert changes == [""]


def test_comments_between_and_after_paragraphs_are_at_what_is_there(read) -> None:
    begin, end = '<w:commentRangeStart w:id="{}"/>', '<w:commentRangeEnd w:id="{}"/>'
    body = begin.format(0) + p(r("ab")) + end.format(0) + p(r("cd")) + begin.format(1) + end.format(1)
    comments = "".join(f'<w:comment w:id="{number}"/>' for number in (0, 1))
    first, second = read(body, comments=f"<w:comments>{comments}</w:comments>").comments
    assert (first.begin, first.end) == (Anchor(0, 0), Anchor(0, 2))
    assert (second.begin, second.end) == (Anchor(1, 2), Anchor(1, 2))
    nowhere = read(begin.format(0), comments=f"<w:comments>{comments}</w:comments>").comments
    assert [comment.begin for comment in nowhere] == [None, None]


def test_comments_that_answer_each_other_in_a_circle_are_all_there(read) -> None:
    said = "".join(
        f'<w:comment w:id="{n}" w:author="Legal"><w:p w14:paraId="{n}">{r(str(n))}</w:p></w:comment>' for n in (1, 2)
    )
    threads = "".join(f'<w15:commentEx w15:paraId="{n}" w15:paraIdParent="{3 - n}"/>' for n in (1, 2))
    file = read(
        p(r("a")),
        comments=f"<w:comments>{said}</w:comments>",
        commentsExtended=f"<w15:commentsEx>{threads}</w15:commentsEx>",
    )
    assert sorted(text for comment in file.comments for text in (comment.text, *(r.text for r in comment.replies))) == [
        "1",
        "2",
    ]


def test_notes_have_styles_and_names_of_their_own_and_no_control_characters(read) -> None:
    note = (
        '<w:footnotes><w:footnote w:id="1">'
        + p(r("a\u009b31mb"), properties='<w:pStyle w:val="N"/>')
        + "</w:footnote></w:footnotes>"
    )
    styles = '<w:styles><w:style w:styleId="N"><w:name w:val="footnote text"/></w:style></w:styles>'
    paragraph = read(p(r("x")), footnotes=note, styles=styles).paragraphs[1]
    assert (paragraph.part, paragraph.style, paragraph.text) == ("footnote", "footnote text", "a31mb")


def refused(path: Path) -> str:
    found = Diagnostics()
    assert read_reviewed(path, path.name, found) is None
    return "\n".join(show(finding) for finding in found)


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    missing = tmp_path / "none.docx"
    assert refused(missing) == (
        "error[file-missing]: `none.docx` does not exist\n"
        "  = hint: check the name; paths are relative to the folder you are in"
    )
    said = "error[review-unreadable]: `a.docx` cannot be read: "
    file = tmp_path / "a.docx"
    file.write_bytes(b"%PDF-2.0")
    assert refused(file) == f"{said}it is damaged, or no Word file{HINT}"
    file.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert refused(file) == f"{said}it is protected by a password, or of a kind older than .docx{HINT}"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    assert refused(file) == f"{said}it is no Word file{HINT}"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("_rels/.rels", relations(officeDocument="xl/workbook.xml"))
        package.writestr("xl/workbook.xml", "<workbook/>")
    assert refused(file) == f"{said}it is no Word document{HINT}"
    file.unlink()
    file.mkdir()
    assert refused(file) == f"{said}is a directory{HINT}"


def test_entities_and_depth_and_size_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "error[review-unreadable]: `a.docx` cannot be read: "
    file = tmp_path / "a.docx"

    def document(text: str) -> Path:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("_rels/.rels", relations(officeDocument="word/document.xml"))
            package.writestr("word/document.xml", text)
        return file

    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    assert refused(document(laughs)) == f"{said}it has a document type, which no Word file has{HINT}"
    assert refused(document("<a>" * 2000 + "</a>" * 2000)) == f"{said}its elements stand too deep in one another{HINT}"
    assert (
        refused(document(f"<a>{' ' * 5_000_000}</a>")) == f"{said}its part `word/document.xml` would be too large{HINT}"
    )
    assert refused(document("<a><b></a>")) == f"{said}it is damaged, or no Word file{HINT}"
    monkeypatch.setattr(word_package, "ENTRY_LIMIT", 1)
    assert refused(document("<a/>")) == f"{said}it has too many parts{HINT}"
    monkeypatch.setattr(word_package, "SIZE_LIMIT", 10)
    assert refused(document("<a/>")) == f"{said}it is too large{HINT}"


def test_damage_anywhere_is_a_finding(tmp_path: Path) -> None:
    whole = save(
        tmp_path / "a.docx", p(r("some words")) * 50, comments="<w:comments><w:comment/></w:comments>"
    ).read_bytes()
    chance = random.Random(7)
    for number in range(300):
        broken = bytearray(whole)
        for _ in range(chance.randrange(1, 9)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        file = tmp_path / f"{number}.docx"
        file.write_bytes(broken[: chance.randrange(len(broken) // 2, len(broken) + 1)])
        found = Diagnostics()
        read = read_reviewed(file, file.name, found)
        assert (read is None) == bool(list(found))
