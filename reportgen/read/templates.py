"""The project's templates: Jinja2 that makes Markdown. Sandboxed: they see what they are given and `templates/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from msgspec import Struct

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.source import list_files, read_text
from reportgen.model.words import Words
from reportgen.read.markup import as_markdown
from reportgen.read.signature import Signature
from reportgen.read.template_literals import literals
from reportgen.read.template_nodes import Nodes, messages, nodes_of
from reportgen.read.template_signature import included, signature_of

FOLDER = "templates"
SUFFIX = ".md.j2"
REPORT = "report"
BILINGUAL = "bilingual"
MAX_OUTPUT = 20_000_000

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

Gettext = Callable[[Words], Words]


class _Sandbox(ImmutableSandboxedEnvironment):
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


class Templates:
    """The templates of a project. ``signatures`` has what each kind of directive with a template takes.

    ``messages`` are the templates' own words, ``language`` the id of what they are written in, empty where nothing says
    it: then it is the report's source language. The report's own template, and those that others include, are no
    directives.
    """

    def __init__(self, root: Path, diagnostics: Diagnostics, language: str = "") -> None:
        self.language = language
        self._sources: dict[str, str] = {}
        self._trees: dict[str, nodes.Template] = {}
        self._environment = _environment(_Loader(root / FOLDER, self._trees))
        self._read(root, diagnostics)
        parts = {name: tuple(nodes_of(tree)) for name, tree in self._trees.items()}
        self.messages = tuple(self._words(parts))
        self._places = {words.text: words for words in self.messages}
        others = {REPORT + SUFFIX, BILINGUAL + SUFFIX}.union(*map(included, parts.values()))
        self.signatures: Mapping[str, Signature] = {
            name.removesuffix(SUFFIX): signature_of(name, self._sources, parts)
            for name in sorted(self._sources)
            if name not in others
        }

    def _read(self, root: Path, diagnostics: Diagnostics) -> None:
        """Read and parse each template; those that cannot be parsed are reported, and left out."""
        for path in list_files(root, FOLDER, SUFFIX):
            source = read_text(root, path, diagnostics)
            name = path.rpartition("/")[2]
            if source is None:
                continue
            try:
                self._trees[name] = self._environment.parse(source)
                self._sources[name] = source
            except TemplateSyntaxError as error:
                message = f"the template is broken: {_lower(error.message or 'it cannot be read')}"
                hint = "compare the tags `{% ... %}` and braces with those of the other templates"
                diagnostics.error(Code.TEMPLATE_BROKEN, message, Span(path, error.lineno), hint)

    def __contains__(self, kind: str) -> bool:
        return kind + SUFFIX in self._sources

    def _words(self, parts: Mapping[str, Nodes]) -> Iterator[Words]:
        """Yield the words ``_("...")``, with their places."""
        for name, part in sorted(parts.items()):
            lines = self._sources[name].split("\n")
            for number, text in messages(part):
                column = lines[number - 1].find(text) + 1
                yield Words(text, Span(f"{FOLDER}/{name}", number, max(column, 1), len(text)))

    def place_of(self, words: str) -> Span | None:
        """Return where a template prints words as they stand there, the first such place."""
        whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)" if words.isascii() else re.escape(words))
        for name, tree in sorted(self._trees.items()):
            for number, text in literals(tree):
                if whole.search(text):
                    found = whole.search(self._sources[name].split("\n")[number - 1])
                    return Span(f"{FOLDER}/{name}", number, found.start() + 1 if found else 1, len(words))
        return None

    def render(self, kind: str, context: Mapping[str, object], gettext: Gettext) -> str:
        """Return the Markdown that a template makes.

        Raises:
            TemplateFailedError: what went wrong in it, or that it made too much.
        """
        unplaced = Span(f"{FOLDER}/{kind}{SUFFIX}")

        def translated(text: str) -> Markup:
            return as_markdown(gettext(self._places.get(text) or Words(text, unplaced)))

        size, parts = 0, []
        try:
            template = self._environment.get_template(kind + SUFFIX, globals={"gettext": translated, "_": translated})
            for part in template.generate(dict(context)):
                parts.append(part)
                size += len(part)
                if size > MAX_OUTPUT:
                    raise TemplateFailedError("it makes more than 20 million characters")
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
            raise TemplateFailedError(_lower(str(error)) or type(error).__name__, *_line(error)) from error
        return "".join(parts)


class TemplateFailedError(Exception):
    """A template could not make its Markdown; the text says why. ``file`` and ``line`` are where, if that is known."""

    def __init__(self, message: str, file: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.file = file
        self.line = line


class _Missing(StrictUndefined):
    """What a template asks for and does not get, named as the template names it."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        return f"there is no `{self._undefined_name}`"


def _line(error: BaseException) -> tuple[str, int]:
    """Return the template's file and line that an error comes from: Jinja rewrites the traceback to name them."""
    place = ("", 0)
    step = error.__traceback__
    while step is not None:
        file = Path(step.tb_frame.f_code.co_filename)
        if file.name.endswith(SUFFIX):
            place = (file.name, step.tb_lineno)
        step = step.tb_next
    return place


class _Loader(FileSystemLoader):
    """Loads templates from a folder; those that have been parsed are not read and parsed again."""

    def __init__(self, folder: Path, trees: Mapping[str, nodes.Template]) -> None:
        super().__init__(folder)
        self._folder = folder
        self._trees = trees

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, object] | None = None) -> Template:
        """Return a template, compiled."""
        tree = self._trees.get(name)
        if tree is None:
            return super().load(environment, name, globals)
        code = environment.compile(tree, name, str(self._folder / name))
        return Template.from_code(environment, code, globals or {})


def _environment(loader: _Loader) -> _Sandbox:
    environment = _Sandbox(
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


def _lower(text: str) -> str:
    text = text.rstrip(".")
    return text[:1].lower() + text[1:]
