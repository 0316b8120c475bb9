"""A framework's catalogue, `reportgen/frameworks/<id>.yaml`: the tool's own data."""

from __future__ import annotations

from reportgen.diagnostics import Code, Diagnostics, Span, fail, suggest
from reportgen.load.fields import Fields, mapping_at
from reportgen.load.source import list_files
from reportgen.load.wordings import wordings_of
from reportgen.load.yaml_file import PACKAGE_ROOT, read_yaml
from reportgen.load.yaml_nodes import Mapping
from reportgen.model.index import Framework, Provision

FRAMEWORKS = "reportgen/frameworks"
OBLIGATIONS = ("mandatory", "comply_or_explain")

_KEYS = frozenset(("id", "title", "provisions"))
_PROVISION_KEYS = frozenset("code label part aspect obligation verified requirement".split())


def known_frameworks() -> dict[str, str]:
    """Return the paths of the catalogues that come with the tool, by the frameworks' ids."""
    paths = list_files(PACKAGE_ROOT, FRAMEWORKS, ".yaml")
    return {path.rpartition("/")[2].removesuffix(".yaml"): path for path in paths}


def load_framework(id_: str, diagnostics: Diagnostics, asked: Span | None = None) -> Framework:
    """Return a framework's catalogue. ``asked`` is where the report names it.

    Raises:
        ReportError: the tool has no such framework (UNKNOWN_FRAMEWORK).
    """
    known = known_frameworks()
    if id_ not in known:
        hint = suggest(id_, known) or f"there are {', '.join(f'`{name}`' for name in known)}"
        raise fail(Code.UNKNOWN_FRAMEWORK, f"unknown framework `{id_}`", asked, hint)
    mapping = read_yaml(PACKAGE_ROOT, known[id_], diagnostics) or Mapping({}, Span(known[id_]))
    fields = Fields(mapping, "a framework", _KEYS, diagnostics)
    nodes = (mapping_at(node, "a provision", diagnostics) for node in fields.items("provisions"))
    provisions = [
        _provision(Fields(node, "a provision", _PROVISION_KEYS, diagnostics)) for node in nodes if node is not None
    ]
    return Framework(id_, wordings_of(fields, "title"), tuple(provisions))


def _provision(fields: Fields) -> Provision:
    return Provision(
        code=fields.needed_text("code"),
        label=wordings_of(fields, "label"),
        requirement=wordings_of(fields, "requirement"),
        part=wordings_of(fields, "part"),
        aspect=wordings_of(fields, "aspect"),
        obligation=fields.choice("obligation", {name: name for name in OBLIGATIONS}, OBLIGATIONS[1]),
        verified=fields.truth("verified", default=False),
    )
