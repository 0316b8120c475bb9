"""Changed messages as one page of HTML: the source's change and the translation beside it. It needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from reportgen.i18n.word_diff import Change, Kind, word_diff
from reportgen.model.diff import Comparison
from reportgen.model.locale import LOCALES

_STYLE = """
body { font: 15px/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 2rem auto;
  max-width: 75rem; padding: 0 1.5rem; color: #1b2733; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin: 2.5rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .6rem .75rem; border-top: 1px solid #d3dbe2; }
th { font-size: .8rem; color: #52606d; }
td p { margin: 0 0 .4rem; } .meta { color: #52606d; font-size: .8rem; overflow-wrap: anywhere; }
del { background: #fde8e8; color: #9b1c1c; } ins { background: #def7ec; color: #03543f; }
.missing { color: #9b1c1c; }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
"""


def diff_page(title: str, comparisons: Iterable[Comparison]) -> str:
    """Return the page. Everything that a person wrote is escaped."""
    kept = list(comparisons)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        f"<h1>{escape(title)}</h1>",
        *(_tables(kept) if kept else ["<p>Nothing has changed.</p>"]),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _tables(comparisons: list[Comparison]) -> Iterator[str]:
    """Yield a table for each catalogue, in order."""
    groups: dict[str, list[Comparison]] = {}
    for one in comparisons:
        groups.setdefault(one.catalogue, []).append(one)
    for catalogue, group in groups.items():
        yield f"<h2>{escape(catalogue)}</h2>"
        yield "<table>"
        yield f'<thead><tr><th scope="col">{_name(group[0].language)}</th>'
        yield f'<th scope="col">{_name(group[0].locale)}</th></tr></thead>'
        yield "<tbody>"
        for one in group:
            yield from _row(one)
        yield "</tbody>"
        yield "</table>"


def _name(locale: str) -> str:
    names = {"en": "English", "zh_Hans": "简体中文", "zh_Hant": "繁體中文"}
    return escape(names.get(locale, locale))


def _row(one: Comparison) -> Iterator[str]:
    yield "<tr>"
    yield f"<td><p{_lang(one.language)}>{_marked(one.before, one.after)}</p>"
    details = " · ".join(filter(None, (one.what, one.heading, one.source_place, *one.examples)))
    yield f'<p class="meta">{escape(details)}</p></td>'
    words = _marked(one.translation_before, one.translation) if one.translation_before else escape(one.translation)
    shown = words or '<span class="missing">—</span>'
    yield f"<td><p{_lang(one.locale)}>{shown}</p>"
    yield f'<p class="meta">{escape(one.name)} · {escape(one.place)}</p></td>'
    yield "</tr>"


def _lang(locale: str) -> str:
    return f' lang="{escape(LOCALES[locale].tag)}"' if locale in LOCALES else ""


def _marked(before: str, after: str) -> str:
    """Return a text with what was deleted and inserted marked; one that is new or gone is so whole."""
    return "".join(_change(change) for change in word_diff(before, after))


def _change(change: Change) -> str:
    words = escape(change.text)
    match change.kind:
        case Kind.DELETED:
            return f"<del>{words}</del>"
        case Kind.INSERTED:
            return f"<ins>{words}</ins>"
        case Kind.KEPT:
            return words
