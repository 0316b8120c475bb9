"""The project's templates: Jinja2 that makes Markdown. Sandboxed: they see what they are given and `templates/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from reportgen.diagnostics import Code, Diagnostics, Span
from reportgen.load.source import list_files, read_text
from reportgen.model.words import Words
from reportgen.read.library import Library
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

Gettext = Callable[[Words], Words]


class Templates:
    """The templates of a project. ``signatures`` has what each kind of directive with a template takes.

    ``messages`` are the templates' own words, ``language`` the id of what they are written in, empty where nothing says
    it: then it is the report's source language. The report's own template, and those that others include, are no
    directives.
    """

    def __init__(self, root: Path, diagnostics: Diagnostics, language: str = "") -> None:
        self.language = language
        self._library = Library(root / FOLDER)
        parts = dict(self._read(root, diagnostics))
        self.messages = tuple(self._words(parts))
        self._places = {words.text: words for words in self.messages}
        others = {REPORT + SUFFIX, BILINGUAL + SUFFIX}.union(*map(included, parts.values()))
        self.signatures: Mapping[str, Signature] = {
            name.removesuffix(SUFFIX): signature_of(name, self._library.sources, parts)
            for name in sorted(self._library.sources)
            if name not in others
        }

    def _read(self, root: Path, diagnostics: Diagnostics) -> Iterator[tuple[str, Nodes]]:
        """Read and parse each template; yield its name and parts. Those that cannot be parsed are reported."""
        for path in list_files(root, FOLDER, SUFFIX):
            source = read_text(root, path, diagnostics)
            name = path.rpartition("/")[2]
            if source is None:
                continue
            try:
                yield name, tuple(nodes_of(self._library.add(name, source)))
            except TemplateSyntaxError as error:
                message = f"the template is broken: {_lower(error.message or 'it cannot be read')}"
                hint = "compare the tags `{% ... %}` and braces with those of the other templates"
                diagnostics.error(Code.TEMPLATE_BROKEN, message, Span(path, error.lineno), hint)

    def __contains__(self, kind: str) -> bool:
        return kind + SUFFIX in self._library.sources

    def _words(self, parts: Mapping[str, Nodes]) -> Iterator[Words]:
        """Yield the words ``_("...")``, with their places."""
        for name, part in sorted(parts.items()):
            lines = self._library.sources[name].split("\n")
            for number, text in messages(part):
                column = lines[number - 1].find(text) + 1
                yield Words(text, Span(f"{FOLDER}/{name}", number, max(column, 1), len(text)))

    def place_of(self, words: str) -> Span | None:
        """Return where a template prints words as they stand there, the first such place."""
        whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)" if words.isascii() else re.escape(words))
        for name, source in sorted(self._library.sources.items()):
            for number, text in literals(self._library.tree(name)):
                if whole.search(text):
                    found = whole.search(source.split("\n")[number - 1])
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
            template = self._library.template(kind + SUFFIX, {"gettext": translated, "_": translated})
            for part in template.generate(dict(context)):
                parts.append(part)
                size += len(part)
                if size > MAX_OUTPUT:
                    raise SecurityError("it makes more than 20 million characters")
        except Exception as error:  # a template may ask for anything, and fail in any way
            raise TemplateFailedError(_lower(str(error)) or type(error).__name__, *_line(error)) from error
        return "".join(parts)


class TemplateFailedError(Exception):
    """A template could not make its Markdown; the text says why. ``file`` and ``line`` are where, if that is known."""

    def __init__(self, message: str, file: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.file = file
        self.line = line


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


def _lower(text: str) -> str:
    text = text.rstrip(".")
    return text[:1].lower() + text[1:]
