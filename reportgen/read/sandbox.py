"""Jinja2 as templates may use it: they see what they are given and `templates/`, and cannot make much of little."""

from __future__ import annotations

from collections.abc import Iterable, Sized

from jinja2 import BaseLoader, StrictUndefined, nodes, pass_environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, soft_str
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
_FILTERS = frozenset(
    """
    abs attr capitalize count d default dictsort first float groupby int items last length list lower map max min reject
    rejectattr reverse safe select selectattr sort string title trim truncate unique upper
    """.split()
)
"""Jinja's filters that give the same each time, and no more than they take."""
_LONGEST = 1_000_000
"""How many characters a text may have that a template holds, and how many things a list."""


class _Generator(CodeGenerator):
    """Writes a template in Python so that whatever it puts together is measured."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write ``a ~ b``."""
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def buffer(self, frame: Frame) -> None:
        """Begin what a macro or a ``set`` block holds."""
        frame.buffer = self.temporary_identifier()
        self.writeline(f"{frame.buffer} = environment.buffer()")


class _Buffer(list[str]):
    """The texts that a macro or a ``set`` block puts together."""

    def __init__(self) -> None:
        super().__init__()
        self._room = _LONGEST

    def append(self, text: str) -> None:
        """Hold a text."""
        self.extend((text,))

    def extend(self, texts: Iterable[str]) -> None:
        """Hold texts."""
        for text in texts:
            self._room -= len(text) or 1
            if self._room < 0:
                raise _too_long()
            super().append(text)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, without what makes much of little: repetition, powers, formatting with widths, doubling."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"+", "*", "**", "%"})
    buffer = _Buffer

    def joined(self, parts: Iterable[object]) -> str:
        """Return texts as one."""
        buffer = _Buffer()
        buffer.extend(map(soft_str, parts))
        return markup_join(buffer)

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        """Calculate with numbers that are small enough; join what is not too long."""
        if operator == "+":
            made = super().call_binop(context, operator, left, right)  # type: ignore[arg-type]
            if isinstance(made, Sized) and len(made) > _LONGEST:
                raise _too_long()
            return made
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
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    environment.filters |= {"format": _fill_in, "join": _join}
    del environment.globals["lipsum"]  # other words each time
    return environment


def _fill_in(text: str, /, **values: object) -> Markup:
    """Put values in the places ``%(name)s`` of a text. Other percent signs are text."""
    filled = str(as_markdown(text))
    for name, value in sorted(values.items()):
        place, words = f"%({name})s", value if isinstance(value, str) else str(as_markdown(value))
        if len(filled) + filled.count(place) * len(words) > _LONGEST:
            raise _too_long()
        filled = filled.replace(place, words)
    return Markup(filled)


@pass_environment
def _join(environment: Sandbox, values: Iterable[object], between: str = "") -> str:
    """Return values as one text, with another between each two."""
    parts = [part for value in values for part in (between, value)]
    return environment.joined(parts[1:])


def _too_long() -> SecurityError:
    return SecurityError(f"it puts more than {_LONGEST:,} characters or things together")


class _Missing(StrictUndefined):
    """What a template asks for and does not get, named as the template names it."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        return f"there is no `{self._undefined_name}`"
