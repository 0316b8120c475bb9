"""Messages as a workbook for translators who have nothing but Excel: a row a message, one column to fill in.

The translation's column is empty, with the present translation beside it: what is filled in is what a person wrote, and
a row that was not looked at is not taken for one that was. All else is locked, without a password. Every text is
written as text, so that none can become a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from reportgen.diagnostics import columns
from reportgen.i18n.sent import Batch, Sent
from reportgen.i18n.tokens import written
from reportgen.i18n.word_diff import Change, Kind
from reportgen.model.exchange_columns import (
    CATALOGUE,
    CELL_LIMIT,
    CHANGES,
    COLUMNS,
    MESSAGE,
    NOTE,
    PRESENT,
    SOURCE,
    SOURCE_DIGEST,
    STATE,
    TOKENS,
    TRANSLATION,
    WHERE,
)
from reportgen.model.locale import Locale
from reportgen.write.token_words import token_lines
from reportgen.write.xlsx.book import FONT, HEAD, INK, INPUT, LINE, new_book

_LINE_HEIGHT, _HIGHEST = 13.2, 409
_KEYS_ROW, _HEAD_ROW, _FIRST_ROW = 0, 1, 2
_WIDTHS = {MESSAGE: 30, WHERE: 24, SOURCE: 56, CHANGES: 48, PRESENT: 48, TRANSLATION: 56, TOKENS: 30, NOTE: 24}
_HOW_TO_WIDTH = 62
_HIDDEN = (SOURCE_DIGEST, STATE, CATALOGUE)
_LANGUAGES = {
    "en": "English / 英文",
    "zh_Hans": "Simplified Chinese / 简体中文",
    "zh_Hant": "Traditional Chinese / 繁體中文",
}
_HEADS = {
    MESSAGE: "Message / 编号",
    WHERE: "Where / 位置",
    SOURCE: "Source / 原文",
    CHANGES: "What changed in the source / 原文改动",
    PRESENT: "Present translation / 现有译文",
    TRANSLATION: "Translation (please fill in) / 译文（请填写）",
    TOKENS: "What the tokens show / 标记的含义",
    NOTE: "Note for the office / 给编辑部的备注",
}
_HOW_TO = (
    (
        "1. Write in the yellow column only. An empty cell means that nothing was done; where the present translation "
        "still holds although the source has changed, copy it into the yellow column.",
        "1. 只填写黄色一栏。单元格留空表示未处理；如原文有改动而现有译文仍然适用，请将现有译文复制到黄色一栏。",
    ),
    (
        "2. Tokens such as ⟦1⟧ become numbers, names or note marks. Copy each from the source, put it where your "
        "sentence needs it, and type none yourself; ⟦2⟧words⟦/2⟧ is a link, whose words you translate.",
        "2. ⟦1⟧ 之类的标记在排版时会变成数值、名称或附注标记。请从原文复制，放在译文中合适的位置，不要自行键入；"
        "⟦2⟧文字⟦/2⟧ 是链接，其中的文字需要翻译。",
    ),
    (
        "3. **bold**, *italic* and <br> (a new line) are typed as they are: put them around the words that should have "
        "them in your language.",
        "3. **加粗**、*斜体* 和 <br>（换行）照原样书写，放在译文中相应的文字前后即可。",
    ),
    (
        "4. Where the source has changed since the present translation, one column shows how: red and struck through "
        "is gone, green and bold is new.",
        "4. 如原文在现有译文之后有改动，“原文改动”一栏会标明：红色删除线为删去的文字，绿色粗体为新增的文字。",
    ),
    (
        "5. Questions go into the last column. To sort or delete rows, first choose Review > Unprotect Sheet (there is "
        "no password), and sort whole rows. Save as .xlsx and send the file back.",
        "5. 疑问请写在最后一栏。如需排序或删除行，请先点击“审阅 > 撤消工作表保护”（无密码），并按整行排序。"
        "完成后请存为 .xlsx 格式发回。",
    ),
)


def translations_xlsx(report: str, batches: Sequence[Batch], target: Locale) -> bytes:
    """Return the workbook with a language's messages. ``report`` is the report's id.

    No text is longer than CELL_LIMIT. Raises ReportError where the extra is not installed.
    """
    stream = BytesIO()
    book = new_book(stream, f"{report}: {target.id}", report)
    _Writer(book, book.add_worksheet("Translations"), target).write(batches)
    _write_how_to(book)
    book.close()
    return stream.getvalue()


class _Writer:
    """Writes the messages to their sheet."""

    def __init__(self, book: Any, sheet: Any, target: Locale) -> None:
        self._sheet = sheet
        self._target = target
        self._head = book.add_format({**FONT, **HEAD})
        self._plain = book.add_format({**FONT, **LINE, "font_color": INK, "text_wrap": True})
        # Text as the number format, lest Excel takes a translation that begins with a hyphen for a formula.
        typed = {**FONT, **INPUT, "font_color": INK, "text_wrap": True, "num_format": "@", "locked": False}
        self._typed = book.add_format(typed)
        self._kept = book.add_format({**_bare(FONT), "font_color": INK})
        self._gone = book.add_format({**_bare(FONT), "font_color": "#B42318", "font_strikeout": True})
        self._new = book.add_format({**_bare(FONT), "font_color": "#1A7F37", "bold": True})

    def write(self, batches: Sequence[Batch]) -> None:
        messages = [(batch, one) for batch in batches for one in batch.messages]
        self._set_sheet(len(messages))
        self._set_columns([one for _, one in messages])
        for at, key in enumerate(COLUMNS):
            self._sheet.write_string(_KEYS_ROW, at, key)
            self._sheet.write_string(_HEAD_ROW, at, self._named(key, batches), self._head)
        for row, (batch, one) in enumerate(messages, _FIRST_ROW):
            self._write_row(row, batch, one)

    def _set_sheet(self, rows: int) -> None:
        sheet = self._sheet
        sheet.set_row(_KEYS_ROW, None, None, {"hidden": True})
        sheet.set_row(_HEAD_ROW, 44)
        sheet.freeze_panes(_FIRST_ROW, 1)
        sheet.autofilter(_HEAD_ROW, 0, _HEAD_ROW + rows, len(COLUMNS) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD_ROW)
        sheet.set_footer("&L&A&R&P / &N")
        allowed = "sort autofilter delete_rows insert_columns format_cells format_columns format_rows"
        sheet.protect("", dict.fromkeys(allowed.split(), True))

    def _set_columns(self, messages: Sequence[Sent]) -> None:
        """Set widths; what no message has is hidden, and so are the digests."""
        hidden = {*_HIDDEN}
        if not any(one.entry.previous for one in messages):
            hidden.add(CHANGES)
        if not any(one.entry.translation for one in messages):
            hidden.add(PRESENT)
        for at, key in enumerate(COLUMNS):
            self._sheet.set_column(at, at, _WIDTHS.get(key, 10), None, {"hidden": key in hidden})

    def _named(self, key: str, batches: Sequence[Batch]) -> str:
        languages = dict.fromkeys(_LANGUAGES[batch.source.id] for batch in batches)
        details = {SOURCE: "\n".join(languages), TRANSLATION: _LANGUAGES[self._target.id]}
        return "\n".join(filter(None, (_HEADS.get(key, key), details.get(key, ""))))

    def _write_row(self, row: int, batch: Batch, one: Sent) -> None:
        texts = _texts(batch, one)
        self._sheet.set_row(row, _height((text, _WIDTHS[key]) for key, text in texts.items() if key in _WIDTHS))
        for at, key in enumerate(COLUMNS):
            style = self._typed if key in (TRANSLATION, NOTE) else self._plain
            if key == CHANGES and texts[key]:
                self._write_changes(row, at, one.changes)
            elif texts.get(key):
                self._sheet.write_string(row, at, texts[key], style)
            else:
                self._sheet.write_blank(row, at, None, style)

    def _write_changes(self, row: int, column: int, changes: Sequence[Change]) -> None:
        whole = "".join(change.text for change in changes)
        if len(changes) < 2 or len(whole) > CELL_LIMIT:
            text = "".join(change.text for change in changes if change.kind is not Kind.INSERTED)
            self._sheet.write_string(row, column, text, self._plain)
            return
        self._sheet.write_rich_string(row, column, *self._runs(changes), self._plain)

    def _runs(self, changes: Sequence[Change]) -> Iterator[Any]:
        styles = {Kind.KEPT: self._kept, Kind.DELETED: self._gone, Kind.INSERTED: self._new}
        for change in changes:
            yield styles[change.kind]
            yield change.text


def _texts(batch: Batch, one: Sent) -> Mapping[str, str]:
    return {
        MESSAGE: one.name,
        WHERE: one.where[:CELL_LIMIT],
        SOURCE: written(one.source),
        CHANGES: "".join(change.text for change in one.changes),
        PRESENT: written(one.translation),
        TOKENS: "\n".join(token_lines(one))[:CELL_LIMIT],
        SOURCE_DIGEST: one.digest,
        STATE: one.state,
        CATALOGUE: batch.path,
    }


def _height(texts: Iterable[tuple[str, int]]) -> float:
    """Return the height of a row that shows all of some texts in columns of some widths: not every program finds it."""
    lines = (sum(columns(line) // width + 1 for line in text.split("\n")) for text, width in texts)
    return min(_LINE_HEIGHT * max(lines) + 4, _HIGHEST)


def _bare(style: Mapping[str, Any]) -> dict[str, Any]:
    """Return a style without what only a cell has."""
    return {key: value for key, value in style.items() if key.startswith("font")}


def _write_how_to(book: Any) -> None:
    sheet = book.add_worksheet("How to")
    style = book.add_format({**FONT, "font_size": 11, "font_color": INK, "text_wrap": True})
    sheet.hide_gridlines(2)
    sheet.set_column(0, 1, _HOW_TO_WIDTH, style)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for row, lines in enumerate((("How to translate this workbook", "如何填写本工作簿"), *_HOW_TO)):
        sheet.set_row(row, 1.25 * _height((line, _HOW_TO_WIDTH) for line in lines))
        for column, line in enumerate(lines):
            sheet.write_string(row, column, line, style if row else book.add_format({**FONT, **HEAD, "font_size": 12}))
    sheet.protect("")
