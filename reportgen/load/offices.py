"""`content/indices/*.yaml` to what the office says of each framework: explanations, confirmations, answers."""

from __future__ import annotations

from msgspec.structs import replace

from reportgen.diagnostics import Code, Diagnostics, Span, suggest
from reportgen.load.answers import PROVISION_ANSWERABLE, answers_in
from reportgen.load.fields import Fields, mapping_at
from reportgen.load.source import list_files
from reportgen.load.yaml_file import read_yaml
from reportgen.load.yaml_nodes import Mapping
from reportgen.model.index import Explanation, Office
from reportgen.model.project import Project

INDICES = "content/indices"
KINDS = ("not_applicable", "not_disclosed")

INDEX_FILE_KEYS = frozenset("framework explanations confirmed answers".split())


def load_offices(project: Project, diagnostics: Diagnostics) -> dict[str, Office]:
    """Return what the office says by framework; each framework of the report has an entry, perhaps an empty one.

    Whether the framework has the provisions is for `transform.disclose` to say.
    """
    found: dict[str, Office] = {framework: Office() for framework in project.frameworks}
    for path in list_files(project.root, INDICES, ".yaml"):
        mapping = read_yaml(project.root, path, diagnostics)
        if mapping is None:
            continue
        fields = Fields(mapping, "an index file", INDEX_FILE_KEYS, diagnostics)
        framework = _framework(fields, project)
        found[framework] = _office(framework, fields, found.get(framework, Office()))
    return found


def _office(framework: str, fields: Fields, before: Office) -> Office:
    explanations = dict(before.explanations)
    for code, (place, node) in fields.mapping("explanations").entries.items():
        entry = mapping_at(node, f"the explanation of `{code}`", fields.diagnostics)
        if entry is not None:
            _add(explanations, _explanation(framework, code, place, entry, fields.diagnostics), fields.diagnostics)
    confirmed = before.confirmed.union(text for text, _ in fields.texts("confirmed"))
    answers = dict(before.answers)
    for code, (_, node) in fields.mapping("answers").entries.items():
        entry = mapping_at(node, f"the answers of `{code}`", fields.diagnostics)
        if entry is not None:
            answers[code] = {**answers.get(code, {}), **answers_in(entry, PROVISION_ANSWERABLE, fields.diagnostics)}
    return replace(before, explanations=explanations, confirmed=confirmed, answers=answers)


def _framework(fields: Fields, project: Project) -> str:
    name = fields.needed_text("framework")
    if name and name not in project.known_frameworks:
        hint = suggest(name, project.known_frameworks)
        message = f"unknown framework `{name}`"
        fields.diagnostics.error(Code.UNKNOWN_FRAMEWORK, message, fields.value_place("framework"), hint)
    return name


def _explanation(framework: str, code: str, place: Span, node: Mapping, diagnostics: Diagnostics) -> Explanation | None:
    fields = Fields(node, f"the explanation of `{code}`", frozenset(KINDS), diagnostics)
    given = [kind for kind in KINDS if kind in fields]
    if len(given) != 1:
        message = f"the explanation of `{code}` needs either `not_applicable` or `not_disclosed`"
        diagnostics.error(Code.WRONG_VALUE, message, place, "say why in one of them")
        return None
    words = fields.words(given[0])
    return None if words is None else Explanation(framework, code, given[0], words, place)


def _add(explanations: dict[str, Explanation], new: Explanation | None, diagnostics: Diagnostics) -> None:
    if new is None:
        return
    other = explanations.setdefault(new.provision, new)
    if other is not new:
        message = f"the provision `{new.provision}` is explained twice"
        diagnostics.error(Code.DUPLICATE_ID, message, new.span, f"the other explanation is at {other.span}")
