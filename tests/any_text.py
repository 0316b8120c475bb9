"""Texts as people may type them: pieces of markup and words in any order, and whole blocks among them."""

from __future__ import annotations

from hypothesis import strategies as st

_PIECES = st.sampled_from(
    "\n|\n\n|# |## |### |- |1. |> |::: case |::: table |::: cards |::: plot columns |::: drawing steps |:::|title: |"
    "caption: |- - **a** |"
    '[^a]|[^a]: |{a}|{a[b].c}|{{|}}|{|}|{: #a}|{: role=child}|{: widths="1 2"}|"words"|key=value|'
    "<br>|<b>|<https://a.b>|[x](#y)|![x](y.png)|**|*|_|\\|  \n|\\\n|\t|    |"
    "---|words|共同|，|《书》|&amp;|\ue000|\ue001".split("|")
)
_LINES = st.sampled_from(["| a | b |\n", "|---|---|\n", "| ^^ | << |\n", "| - a<br>- b | {a} |\n", "|", "\\|"])
TEXTS = st.lists(st.one_of(_PIECES, _PIECES, _LINES), max_size=40).map("".join)

_WORDS = st.sampled_from(["words", "*words*", "**words**", "共同", "-", "12", "1.5 t", "–", "", "a<br>b", "- a<br>- b"])
_CELLS = st.one_of(_WORDS, _WORDS, st.sampled_from(["^^", "<<", "words {: role=total}", "words {: role=area}"]))
_PLACES = st.sampled_from(["0 0", "100 100", "40 NaN", "1e2 5", "-1 5", "40 75", "words"])
_KINDS = st.sampled_from("columns stacked_columns bars stacked_bars donut lines dots pie".split())
_DRAWN = st.sampled_from("steps cycle levels house".split())
_FAMILIES = st.sampled_from("brand people blue".split())
_TABLES = st.sampled_from(
    ["", " style=index", " style=fancy", " header-rows=0", " header-rows=2", ' columns="text number"', " id=a"]
)


@st.composite
def _grids(draw: st.DrawFn) -> str:
    """A table of a few columns and rows, with its line between head and body."""
    columns = draw(st.sampled_from([1, 2, 3, 12]))
    rows = [draw(st.lists(_CELLS, min_size=columns, max_size=columns)) for _ in range(draw(st.integers(1, 4)))]
    rows.insert(draw(st.integers(0, len(rows))), ["---"] * columns)
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


@st.composite
def _levels(draw: st.DrawFn, heads: st.SearchStrategy[str], others: st.SearchStrategy[str]) -> str:
    """A list of lists, as diagrams are written."""
    text = ""
    for _ in range(draw(st.integers(1, 3))):
        text += f"- - **{draw(_WORDS)}** {draw(heads)}\n"
        text += "".join(f"  - **{draw(_WORDS)}** {draw(others)}\n" for _ in range(draw(st.integers(0, 4))))
    return text


_HEAD = "title: Title\nalternative: Title.\n"
_BLOCKS = st.one_of(
    _WORDS,
    _grids(),
    st.builds("::: table{}\ncaption: Words\n\n{}:::\n".format, _TABLES, _grids()),
    st.builds("::: plot {}\n{}\n{}:::\n".format, _KINDS, st.just(_HEAD), _grids()),
    st.builds("::: drawing {}\n{}\n{}:::\n".format, _DRAWN, st.just(_HEAD), _levels(_WORDS, _WORDS)),
    st.builds("::: matrix\n{}up: Up\nacross: Across\n\n{}:::\n".format, st.just(_HEAD), _levels(_FAMILIES, _PLACES)),
    st.builds("::: highlights\n- **{}** {}\n- {}\n:::\n".format, _WORDS, _WORDS, _WORDS),
    st.builds("## {}\n\n### {}\n".format, _WORDS, _WORDS),
    st.builds('::: case "Words"\n{}\n:::\n'.format, _WORDS),
    st.builds("> {}\n".format, _WORDS),
    st.builds("- {}\n  - {}\n".format, _WORDS, _WORDS),
    st.builds("1. {}\n   - {}\n\n     {}\n".format, _WORDS, _WORDS, _grids()),
    st.builds("::: callout\n{}\n\n- {}\n:::\n".format, _WORDS, _WORDS),
    st.builds("{}[^n]\n\n[^n]: {}\n".format, _WORDS, _WORDS),
)
BLOCKS = st.lists(
    st.one_of(_BLOCKS, _BLOCKS, _BLOCKS, st.builds("::: landscape\n{}\n:::\n".format, _BLOCKS)), max_size=5
).map("\n\n".join)
"""Whole blocks, most of which can be set."""
