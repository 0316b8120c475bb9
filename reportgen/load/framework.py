"""A framework's catalogue: one that comes with the tool, `reportgen/frameworks/<id>.yaml`, or one of the project's own.

The project's own stand in `content/frameworks/`, in the same form. A framework with versions has files `<name>_<year>`:
each is for financial years that begin in that year or later, up to the next one.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reportgen.diagnostics import Code, Diagnostics, Span, fail, suggest
from reportgen.load.fields import Fields, check_filled, mapping_at
from reportgen.load.provisions import board_names, obligation_names, provision_of
from reportgen.load.source import list_files
from reportgen.load.versions import family_of
from reportgen.load.wordings import wordings_of
from reportgen.load.yaml_file import PACKAGE_ROOT, read_yaml
from reportgen.load.yaml_nodes import Mapping
from reportgen.model.index import Framework

OWN = "content/frameworks"
SHIPPED = "reportgen/frameworks"

FRAMEWORK_KEYS = frozenset("id title wording applies obligations provisions".split())
APPLIES_KEYS = frozenset("from to boards".split())


def known_frameworks(root: Path) -> dict[str, tuple[Path, str]]:
    """Return the folder and path of each catalogue by the framework's id: the project's own go before the tool's."""
    found: dict[str, tuple[Path, str]] = {}
    for base, folder in ((PACKAGE_ROOT, SHIPPED), (root, OWN)):
        for path in list_files(base, folder, ".yaml"):
            found[path.rpartition("/")[2].removesuffix(".yaml")] = (base, path)
    return found


def shipped_frameworks() -> tuple[str, ...]:
    """Return the ids of the catalogues that come with the tool."""
    return tuple(known_frameworks(PACKAGE_ROOT))


def framework_names() -> tuple[str, ...]:
    """Return what a report may call the frameworks that come with the tool: ids, and names of those with versions."""
    ids = shipped_frameworks()
    return tuple(dict.fromkeys((*map(family_of, ids), *ids)))


def load_framework(id_: str, root: Path, diagnostics: Diagnostics, asked: Span | None = None) -> Framework:
    """Return a framework's catalogue. ``asked`` is where the report names it.

    Raises:
        ReportError: there is no such framework (UNKNOWN_FRAMEWORK).
    """
    known = known_frameworks(root)
    if id_ not in known:
        families = dict.fromkeys(map(family_of, known))
        hint = suggest(id_, (*known, *families)) or f"there are {', '.join(f'`{name}`' for name in families)}"
        raise fail(Code.UNKNOWN_FRAMEWORK, f"unknown framework `{id_}`", asked, hint)
    base, path = known[id_]
    mapping = read_yaml(base, path, diagnostics) or Mapping({}, Span(path))
    return _framework(id_, Fields(mapping, "a framework", FRAMEWORK_KEYS, diagnostics))


def _framework(id_: str, fields: Fields) -> Framework:
    given = fields.needed_text("id")
    if given and given != id_:
        hint = f"write `id: {id_}`, or rename the file to `{given}.yaml`"
        message = f"the framework's id `{given}` differs from its file's name"
        fields.diagnostics.error(Code.WRONG_VALUE, message, fields.value_place("id"), hint)
    applies = Fields(fields.mapping("applies"), "`applies`", APPLIES_KEYS, fields.diagnostics)
    hint = "list its provisions: `provisions: [{code: ..., ...}]`"
    check_filled(fields.needed("provisions"), "`provisions` as a list of provisions", hint, fields.diagnostics)
    nodes = (mapping_at(node, "a provision", fields.diagnostics) for node in fields.items("provisions"))
    provisions = tuple(provision_of(node, fields.diagnostics) for node in nodes if node is not None)
    _report_twice(fields, [provision.code for provision in provisions])
    return Framework(
        id=id_,
        title=wordings_of(fields, "title"),
        provisions=provisions,
        wording=wordings_of(fields, "wording") if "wording" in fields else {},
        obligations=obligation_names(fields),
        start=applies.date("from") if "from" in applies else date.min,
        end=applies.date("to") if "to" in applies else date.max,
        boards=board_names(applies),
    )


def _report_twice(fields: Fields, codes: list[str]) -> None:
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        hint = "give one of them another code, or take it out"
        fields.diagnostics.error(Code.DUPLICATE_ID, f"the provision `{code}` stands twice", fields.span, hint)
