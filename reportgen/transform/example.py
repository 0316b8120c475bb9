"""How a reference prints in a language, by itself: an example for those who translate the words around it."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.diagnostics import Diagnostics, Span
from reportgen.model.dataset import Dataset
from reportgen.model.inline import Ref
from reportgen.model.locale import Locale
from reportgen.model.project import Project
from reportgen.model.words import Words
from reportgen.read.inlines import read_inlines
from reportgen.transform.bind import printer

_HERE = Span("")


def example_of(dataset: Dataset, project: Project, locale: Locale) -> Callable[[str], str]:
    """Return the function from a reference such as ``{ghg_scope2}`` to what it prints; empty where it prints nothing.

    ``dataset`` is computed.
    """
    printed = printer(dataset, project, locale)

    def example(reference: str) -> str:
        inlines = read_inlines(Words(reference, _HERE), Diagnostics())
        return "".join(printed(inline) for inline in inlines if isinstance(inline, Ref))

    return example
