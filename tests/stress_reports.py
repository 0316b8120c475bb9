"""Reports that strain the layout, each for a reason of its own. Their company is that of `stress_project`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from stress_project import Chapter, StressReport

SENTENCE = "The harbour is lit all night and every lamp of it burns with less than it did. "

_ONE_PAGE = """\
::: defaults
continued: {{ _("(continued)") }}
:::

{% for chapter in chapters %}
::: chapter {{ chapter.id }}

{% for section in chapter.sections %}
::: section {{ section }}
:::

{% endfor %}
:::

{% endfor %}
"""
_EAST_ASIAN = (
    (
        "  symbols: {",
        """\
  noto-jp: {package: manimgx_fonts_cjk, path: NotoSansCJK-VF.otf.ttc, family: Noto Sans CJK JP}
  noto-kr: {package: manimgx_fonts_cjk, path: NotoSansCJK-VF.otf.ttc, family: Noto Sans CJK KR}
  symbols: {""",
    ),
    ("    hans: [noto-sc, noto-tc]", "    hans: [noto-sc, noto-tc, noto-jp, noto-kr]"),
    ("    hans: [noto-sc, noto-tc]\n", "    hans: [noto-sc, noto-tc, noto-jp, noto-kr]\n"),
    ("    hans: [noto-sc, noto-tc]\n", "    hans: [noto-sc, noto-tc, noto-jp, noto-kr]\n"),
)
"""Faces for Japanese, Korean and rarer characters."""


def _one(title: str, body: str, locale: str = "en", **more: Any) -> StressReport:
    """Return a report of one chapter with a section."""
    return StressReport((Chapter("Light" if locale == "en" else "灯光", "01", {title: body}),), locale, **more)


def long_tables_with_spans() -> StressReport:
    """Tables over pages, with cells over rows and columns, heads of two rows, bands, long words, and no row but one."""
    years = ["| Lamps | By place | << | By kind | << |", "| ^^ | Quays | Piers | Oil | Gas |", "|---|--:|--:|--:|--:|"]
    rows = []
    for group in range(12):
        rows.append(f"| Harbour {group} | << | << | << | << |")
        for lamp in range(6):
            numbers = " | ".join(f"{group * 100 + lamp * 7 + at},{at}{lamp}0.5" for at in range(4))
            rows.append(f"| Lamps of kind {lamp} | {numbers} |")
    statistics = "\n".join([*years, *rows])
    spans = ["| Quay | Lamp | Purpose | Remarks |", "|---|---|---|---|"]
    for quay in range(9):
        for lamp in range(5):
            first = f"Quay {quay}" if lamp == 0 else "^^"
            purpose = f"To light the way to quay {quay}, {'and back, ' * 5}in all weathers" if lamp in (0, 3) else "^^"
            remark = "<<" if lamp == 2 else "Trimmed at dusk, put out at dawn"
            rows_of = purpose if lamp != 2 else "Out of use"
            rows_of = "^^" if lamp in (1, 4) else rows_of
            spans.append(f"| {first} | Lamp {quay}-{lamp} | {rows_of} | {remark} |")
    tall = ["| Quay | Lamps |", "|---|---|"]
    tall += [f"| {'One cell over many rows ' * 3} | Lamp 0 |", *(f"| ^^ | Lamp {lamp} |" for lamp in range(1, 80))]
    narrow = "| " + " | ".join(f"Internationalisation{at}" for at in range(7)) + " |\n" + "|---" * 7 + "|\n"
    narrow += "| " + " | ".join(["Donaudampfschifffahrtsgesellschaft", "https://example.org/a/very/long/address"] * 3)
    narrow += " | 0123456789012345678901234567890 |\n"
    lists = "| Quay | What is done |\n|---|---|\n| Short | Once |\n| Long | "
    lists += "<br>".join(f"- Step {at}: {SENTENCE * (1 + at % 3)}" for at in range(30)) + " |"
    body = [
        _table("kinds", "Lamps by harbour", "style=statistics header-rows=2", statistics, "[^a]: Counted at dusk."),
        _table("quays", "Lamps by quay", "", "\n".join(spans)),
        _table("tall", "One quay", "style=grouped", "\n".join(tall)),
        _table("narrow", "Long words", "", narrow),
        _table("lists", "A long row", "", lists),
        _table("bare", "A head and one row", "", "| Lamp | Light |\n|---|---|\n| One | Bright |"),
    ]
    return _one("Tables", "\n\n".join(body).replace("Lamps of kind 3 ", "Lamps of kind 3[^a] ", 1))


def _table(id_: str, caption: str, settings: str, rows: str, notes: str = "") -> str:
    return f"::: table id={id_} {settings}".rstrip() + f"\ncaption: {caption}\n\n{rows}\n\n{notes}\n:::"


def notes_everywhere() -> StressReport:
    """Footnotes in paragraphs, lists, boxes, tables, headings and a chapter's title; one twice; some over pages."""
    long = "[^long]: " + "A note that goes on and on. " * 240
    body = f"""\
{SENTENCE * 6}[^first] {SENTENCE}[^long]

## A Heading With a Note[^heading]

- An item[^item] of a list
- another, with a rare character[^rare]

::: case "A Case With a Note[^case]"
What is in a box[^box] may be explained.
:::

### A Lower Heading With a Note[^lower]

{SENTENCE * 20}[^first]

::: table id=noted style=statistics
caption: A table with both kinds[^caption]

| Lamp[^head] | Light | Number |
|---|---|--:|
| Oil[^own] | Dim[^cell] | 1,234.5[^number] |
| Gas | - Bright<br>- Warm[^listed] | 2.25[^own] |

[^own]: A note of the table itself.
:::

> A pledge[^pledge] is explained, too.

{SENTENCE * 12}[^second]

[^first]: Marked twice and printed once.
{long}
[^heading]: The note of a heading.
[^item]: The note of an item.
[^rare]: The characters 𡐓 and 🖹 lie beyond the first plane.
[^case]: The note of a box's title.
[^box]: The note of a box's text.
[^lower]: The note of a lower heading.
[^caption]: The note of a caption.
[^head]: The note of a table's head.
[^cell]: The note of a cell.
[^number]: The note of a number.
[^listed]: The note of a list in a cell.
[^pledge]: The note of a pledge.
[^second]: {"The second long note goes over pages as well. " * 60}
"""
    return _one("Notes[^title]", body + "[^title]: The note of a section's title.\n")


NOTED = f"""\
{SENTENCE}[^paragraph]

## Oil[^heading]

- An item[^item]

::: case "A Case[^title]"
What is in a box.[^box]
:::

::: table id=kinds
caption: Kinds[^caption]

| Lamp[^head] | Light[^own] |
|---|---|
| Oil[^cell] | - Dim[^listed]<br>- Warm |

[^own]: Below the table.
:::

> A pledge.[^pledge]

- {SENTENCE}
  - A list in a list[^inner]

""" + "".join(
    f"[^{name}]: Of the {name}.\n"
    for name in "paragraph heading item title box caption head cell listed pledge inner".split()
)
"""A section with a note at each kind of place that may have one."""


def notes_by_chapter() -> StressReport:
    """Footnotes counted from 1 on in each chapter: of titles and introductions, over pages, on a page that lies."""
    again = f"{SENTENCE * 3}[^again] {SENTENCE}[^once] {SENTENCE}[^again]\n\n"
    again += "[^again]: Marked twice.\n[^once]: Marked once.\n"
    wide = f"{SENTENCE}[^wide]\n\n::: landscape\n{SENTENCE}[^lying] {SENTENCE}[^wide]\n:::\n\n{SENTENCE}[^upright]\n\n"
    wide += "[^wide]: Before it lies.\n[^lying]: While it lies.\n[^upright]: After it lay.\n"
    chapters = (
        Chapter("About", "", {"About[^about]": f"{SENTENCE}[^about] {again}\n[^about]: Of the only section.\n"}),
        Chapter(
            "Light[^light]",
            "01",
            {"Lamps[^lamps]": f"{again}\n[^lamps]: Of the section.\n", "Wide": wide},
            "All that is lit.[^lit] It is light.[^light]",
            {"light": "Of the chapter.", "lit": "Of the introduction. " + SENTENCE * 60 + "The end."},
        ),
        Chapter("Dark", "02", {"Night": again, "All Kinds": NOTED, "Again": again}),
        Chapter("After[^after]", "", {"Dawn": again, "Day": SENTENCE}, notes={"after": "Of the last chapter."}),
    )
    return StressReport(chapters, theme=(("footnotes: through", "footnotes: by-chapter"),))


def lists_in_lists() -> StressReport:
    """Lists in lists, numbered and not, with paragraphs between, over pages."""
    lines = []
    for outer in range(8):
        lines.append(f"{outer + 1}. {SENTENCE * 2}")
        for inner in range(4):
            lines.append(f"   - Lamp {inner}: {SENTENCE}")
            lines += [f"     {deep + 1}. {SENTENCE * (deep + 1)}" for deep in range(3)]
            lines.append("        - The innermost")
        lines += ["", f"   A second paragraph of the item. {SENTENCE}", ""]
    return _one("Lists", "\n".join(lines) + f"\n\n{SENTENCE}\n\n- one\n- two\n")


def a_picture_per_page() -> StressReport:
    """Twelve pictures of five heights, each with a text that fills its page."""
    parts = [
        f'{SENTENCE * 16}\n\n![Lamp {number} of the harbour, lit](assets/lamp-{number}.png "Lamp {number}, lit")'
        for number in range(12)
    ]
    return _one("Pictures", "\n\n".join(parts), pictures=12)


def a_paragraph_of_three_pages() -> StressReport:
    """A paragraph that goes over pages, with notes and numbers in it."""
    body = "".join(f"Sentence {at} says: {SENTENCE}" for at in range(130))
    return _one("A Long Paragraph", f"Before it.\n\n{body}\n\nAfter it.", files={})


def mixed_scripts() -> StressReport:
    """Chinese with English, Greek, Japanese, Korean, Traditional and rare characters, in all kinds of places."""
    chinese = "海港的灯塔整夜长明，而耗电逐年减少；每一盏灯（不论新旧）都比从前更省电。"
    body = f"""\
{chinese}海港明灯（Harbour Light Holdings）于{{current}}年用电58,941.32 kWh，CO₂排放下降10%。{chinese * 3}

## 与Harbour Light Holdings相关的说明

- “引号”与《书名》，以及——破折号……省略号；
- The report is also read in English, and *emphasised words* stand in it；
- 日本語のかな：こんにちは、한국어: 안녕，ελληνικά: λόγος；
- 繁體字：骨、角、門、龍；生僻字：𠮷、𠀋。

::: table id=scripts
caption: 各种文字 Scripts

| 文字 Script | 示例 Example | 数量 |
|---|---|--:|
| 中文 | 海港明灯，整夜长明 | 1,234.5 |
| English | The harbour is lit all night | 0.000007 |
| 日本語 | 港の灯り | 12 |
:::

> 到2050年，海港不再燃油（Net zero by 2050）。

{chinese * 12}
"""
    return StressReport(
        (Chapter("灯光 Light", "01", {"文字 Scripts": body, "结语": chinese * 8}),), "zh_Hans", theme=_EAST_ASIAN
    )


def an_empty_section() -> StressReport:
    """Sections and a chapter in which nothing stands."""
    return StressReport(
        (
            Chapter("Beginning", "", {"Before": SENTENCE}),
            Chapter("Light", "01", {"Empty": "", "Full": SENTENCE, "Empty Again": "", "Empty, Too": ""}),
            Chapter("Dark", "02", {"Nothing": ""}),
        )
    )


def three_hundred_headings() -> StressReport:
    """300 headings of four levels, some of them long, with hardly any text between."""
    sections = {}
    for section in range(20):
        parts = []
        for heading in range(5):
            parts.append(f"## Heading {section}.{heading} {'of a length that takes more than a line ' * (heading % 3)}")
            parts += [f"### Lower Heading {section}.{heading}.{lower}\n\nOne line." for lower in range(2)]
        sections[f"Section {'ABCDEFGHIJKLMNOPQRST'[section]}"] = "\n\n".join(parts)
    titles = list(sections)
    chapters = [
        Chapter(f"Chapter {'ABCD'[at]}", f"{at + 1:02}", {title: sections[title] for title in titles[at::4]})
        for at in range(4)
    ]
    return StressReport(tuple(chapters))


def a_wide_table_on_a_landscape_page() -> StressReport:
    """A table of sixteen columns on pages that lie on their side, between pages that stand."""
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    head = ["Lamp", "Unit", *months, "Year", "Remarks[^remark]"]
    lines = ["| " + " | ".join(head) + " |", "|---|---|" + "--:|" * 13 + "---|"]
    for lamp in range(60):
        numbers = [f"{(lamp * 37 + month * 101) % 1000},{(lamp * month) % 1000:03}" for month in range(13)]
        name = "Lamps of the outer harbour" if lamp % 7 == 0 else f"Lamp {lamp}"
        lines.append("| " + " | ".join([name, "kWh", *numbers, "Trimmed" if lamp % 3 else "Put out"]) + " |")
    table = _table("wide", "Power by month", "style=statistics", "\n".join(lines))
    body = f"""\
{SENTENCE * 3}It is dark by day.[^before]

::: landscape
## The Whole Year {{: #year}}

{SENTENCE * 2}It goes on beside its table.[^within]

{table}

{SENTENCE * 2}
:::

## Upright Again

{SENTENCE * 4} See [](#year) on page [](#year "page").

[^before]: {"A note of the page that stands. " * 40}
[^within]: A note of the page that lies.
[^remark]: A note of the table's head, at the page's foot.
"""
    return _one("Wide", body)


_MORE = "noto-hebrew, noto-arabic"
_RTL = "justmytype_intl_rtl"
_FROM_RIGHT = (
    (
        "  symbols: {",
        f"""\
  noto-hebrew: {{package: {_RTL}, path: "fonts/ofl/notosanshebrew/NotoSansHebrew[wdth,wght].ttf"}}
  noto-arabic: {{package: {_RTL}, path: "fonts/ofl/notosansarabic/NotoSansArabic[wdth,wght].ttf"}}
  symbols: {{""",
    ),
    ("upright: [inter, symbols]", f"upright: [inter, symbols, {_MORE}]"),
    ("italic: [inter-italic, inter, symbols]", f"italic: [inter-italic, inter, symbols, {_MORE}]"),
    ("upright: [source-serif, inter, symbols]", f"upright: [source-serif, inter, symbols, {_MORE}]"),
)
"""Faces for Hebrew and Arabic, which the theme has not by itself."""
HEBREW = "אור הנמל דולק כל הלילה, וכל מנורה בו שורפת פחות משרפה לפני 20 שנה."
ARABIC = "ضوء الميناء مضاء طوال الليل، وكل مصباح فيه يحرق أقل مما كان يحرق قبل 20 عاما."


def a_quotation_from_right_to_left() -> StressReport:
    """Hebrew and Arabic in a sentence, as paragraphs, over lines, in a list and a table, with points, with a note."""
    body = f"""\
The harbour master writes: “{HEBREW}”[^hebrew] It is as true of the outer harbour (הנמל החיצוני), of pier 12 (רציף 12),
and of the light that is called נוּר in one language and نور الميناء (12) in another. {SENTENCE * 2}

{HEBREW}

{ARABIC} {ARABIC} {ARABIC}

> {HEBREW}

- {HEBREW} {HEBREW}
- {ARABIC}

::: table id=said
caption: What is said

| Language | Words | Number |
|---|---|--:|
| Hebrew | {HEBREW} | 12 |
| Arabic | **نور** الميناء, [الميناء](https://example.org) | 1.5 |
:::

[^hebrew]: In Hebrew: {HEBREW}
"""
    return _one("Voices", body, theme=_FROM_RIGHT)


MATRIX = """\
diagrams:
  weight:
    kind: matrix
    title: What weighs most[^weight]
    axes: {x: Weight for the harbour, y: "Weight for those who live by it and on it[^living]"}
    matrix:
      - group: Light
        family: environment
        issues:
          - {name: Oil, x: 90, y: 95}
          - {name: "Wicks, chimneys and reflectors of the outer harbour and what becomes of them", x: 90, y: 95}
          - {name: Gas, x: 90, y: 95}
          - {name: Fog, x: 100, y: 100}
          - {name: Soot, x: 99, y: 99.5}
          - {name: Moths, x: 0, y: 0}
          - {name: Glare, x: 2, y: 1}
      - group: Keepers[^keepers]
        family: people
        issues:
          - {name: "Sleep[^sleep]", x: 70, y: 88}
          - {name: Stairs, x: 72, y: 86}
          - {name: "Donaudampfschifffahrtsgesellschaftskapitänsmützen", x: 50, y: 50}
          - {name: Pay, x: 0, y: 100}
          - {name: Company, x: 45, y: 60}
          - {name: Storms, x: 74, y: 87}
      - group: Order
        family: governance
        issues:
          - {name: Logs, x: 100, y: 0}
          - {name: Bells, x: 30, y: 40}
          - {name: Flags, x: 31, y: 41}
          - {name: Wages, x: 32, y: 40}
          - {name: Oaths, x: 31, y: 39}
          - {name: Debts, x: 60, y: 20}
          - {name: Rats, x: 100, y: 100}
"""
_WEIGHT = f"""\
{SENTENCE * 3}

::: diagram weight
:::

{SENTENCE * 2} See [](#weight) on page [](#weight "page").

[^weight]: In {{current}}.
[^living]: As they say.
[^keepers]: All of them.
[^sleep]: By day.
"""


def a_crowded_matrix() -> StressReport:
    """A matrix of as many issues as may be, in one place and at the corners, with notes and long names; twice."""
    chapters = (
        Chapter(
            "Light", "01", {"Weight": _WEIGHT, "Wide": f"{SENTENCE}\n\n::: landscape\n::: diagram again\n:::\n:::\n"}
        ),
    )
    return StressReport(chapters, files={"content/figures/weight.yaml": f"{MATRIX}{_again(MATRIX)}"})


def _again(matrix: str) -> str:
    """Return a matrix under another name, without notes."""
    return re.sub(r"\[\^\w+\]", "", matrix).replace("diagrams:\n", "").replace("  weight:", "  again:")


def a_chinese_matrix() -> StressReport:
    """A matrix in Chinese, of one issue in each group."""
    file = """\
diagrams:
  weight:
    kind: matrix
    title: 海港最看重什么
    axes: {x: 对海港业务的影响, y: 对利益相关方的重要性}
    matrix:
      - {group: 灯光, family: environment, issues: [{name: 节约灯油与燃气，减少温室气体排放, x: 88, y: 92}]}
      - {group: 守灯人, family: people, issues: [{name: 守灯人的作息与健康, x: 64, y: 75}]}
      - {group: 规矩, family: governance, issues: [{name: 航海日志, x: 20, y: 35}]}
"""
    text = "海港的灯塔整夜长明，而耗电逐年减少。"
    body = f"{text * 3}\n\n::: diagram weight\n:::\n\n{text * 3}"
    return _one("轻重", body, "zh_Hans", files={"content/figures/weight.yaml": file})


def cycles() -> StressReport:
    """Cycles of two, of five and of nine steps: names alone, texts over lines, notes."""
    nine = ", ".join(f"Watch {name}" for name in "ABCDEFGHI")
    file = f"""\
diagrams:
  nine: {{kind: cycle, title: Nine watches, cycle: [{nine}]}}
  night:
    kind: cycle
    title: "From dusk to dawn[^night]"
    cycle:
      - {{name: "Look[^look]", text: {SENTENCE * 2}}}
      - {{name: Climb, text: Up the stairs of the tower}}
      - Kindle
      - {{name: "Watch over those at sea, those ashore, and whatever flies", text: "All night[^watch]"}}
      - Rest
  two: {{kind: cycle, title: The tide, cycle: [Ebb, Flow]}}
"""
    parts = (f"{SENTENCE * 3}\n\n::: diagram {name}\n:::\n" for name in ("nine", "night", "two"))
    notes = "[^night]: In winter.\n[^look]: Out of the window.\n[^watch]: Or nearly all.\n"
    return _one("Cycles", "\n".join((*parts, notes)), files={"content/figures/cycles.yaml": file})


def one_page() -> StressReport:
    """A report without cover and contents, of one page."""
    chapter = Chapter("The Harbour", "", {"Its Lamps": f"{SENTENCE * 3}\n\n## Oil\n\n{SENTENCE}"})
    return StressReport((chapter,), files={"templates/report.md.j2": _ONE_PAGE})


REPORTS: dict[str, Callable[[], StressReport]] = {
    report.__name__: report
    for report in (
        long_tables_with_spans,
        notes_everywhere,
        notes_by_chapter,
        lists_in_lists,
        a_picture_per_page,
        a_paragraph_of_three_pages,
        mixed_scripts,
        an_empty_section,
        three_hundred_headings,
        a_wide_table_on_a_landscape_page,
        a_quotation_from_right_to_left,
        a_crowded_matrix,
        a_chinese_matrix,
        cycles,
        one_page,
    )
}
"""By name; each is built once for all tests."""
