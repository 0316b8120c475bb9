"""`reportgen translate`: the translators' commands."""

from __future__ import annotations

from reportgen.cli.lazy import LazyGroup

translate = LazyGroup(
    {
        "update": "reportgen.cli.translate.update:update",
    },
    name="translate",
    help="Work on the catalogues of translations in locales/.",
)
