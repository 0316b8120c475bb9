"""Jinja2 as templates may use it: they see what they are given and `templates/`, and cannot make much of little."""

from __future__ import annotations

from jinja2 import BaseLoader, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from msgspec import Struct

from reportgen.read.markup import as_markdown

_SAFE_METHODS = {
    "changed",
    "cycle",
    "endswith",
    "get",
    "items",
    "keys",
    "lower",
    "startswith",
    "strip",
    "upper",
    "values",
}
_GROWING_FILTERS = ("center", "filesizeformat", "indent", "pprint", "tojson", "wordwrap", "xmlattr")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, without what makes much of little: repetition, powers, formatting with widths."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        """Calculate with numbers that are small enough."""
        if not all(isinstance(side, int) and abs(side) < 1_000_000 for side in (left, right)) or operator == "**":
            raise SecurityError(f"`{operator}` is for numbers only")
        return super().call_binop(context, operator, left, right)  # type: ignore[arg-type]

    def getattr(self, obj: object, attribute: str) -> object:
        """Return an attribute. Fields of records are data, which need no look at what they are."""
        if isinstance(obj, Struct) and attribute in obj.__struct_fields__:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Allow fields, and the few methods of texts and mappings that templates need."""
        if callable(value) and attr not in _SAFE_METHODS and not isinstance(value, Macro):
            return False
        return super().is_safe_attribute(obj, attr, value)


def sandbox(loader: BaseLoader) -> Sandbox:
    """Return the environment of a report's templates."""
    environment = Sandbox(
        loader=loader,
        undefined=_Missing,
        finalize=as_markdown,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
        cache_size=-1,
        optimized=False,  # to fold constants first takes longer than templates of this size gain by it
    )
    for name in _GROWING_FILTERS:
        environment.filters.pop(name, None)
    environment.filters["format"] = _fill_in
    return environment


def _fill_in(text: str, /, **values: object) -> Markup:
    """Put values in the places ``%(name)s`` of a text. Other percent signs are text."""
    filled = str(as_markdown(text))
    for name, value in sorted(values.items()):
        filled = filled.replace(f"%({name})s", value if isinstance(value, str) else str(as_markdown(value)))
    return Markup(filled)


class _Missing(StrictUndefined):
    """What a template asks for and does not get, named as the template names it."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        return f"there is no `{self._undefined_name}`"
