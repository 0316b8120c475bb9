"""A report's templates as Jinja2 has them: parsed when they are read, compiled when they are asked for."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from types import CodeType

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, TemplateSyntaxError, nodes

from reportgen.read.sandbox import sandbox


class Library:
    """The templates of a folder by their files' names. To another process they go compiled: once for all who ask."""

    def __init__(
        self,
        folder: Path,
        sources: Iterable[tuple[str, str]] = (),
        codes: Iterable[tuple[str, bytes]] = (),
        broken: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._folder = folder
        self._sources = dict(sources)
        self._broken = dict(broken)
        self._trees: dict[str, nodes.Template] = {}
        self._codes: dict[str, CodeType] = {name: marshal.loads(code) for name, code in codes}
        self._environment = sandbox(_Loader(self))

    def __reduce__(self) -> tuple[object, ...]:
        return Library, (
            self._folder,
            tuple(self._sources.items()),
            tuple(self._compiled()),
            tuple(self._broken.items()),
        )

    def add(self, name: str, source: str) -> nodes.Template:
        """Parse a template and return its tree.

        Raises TemplateSyntaxError where it cannot be parsed: it is none of `sources`, and fails where it is asked for.
        """
        try:
            tree = self._parsed(name, source)
        except TemplateSyntaxError:
            self._broken[name] = source
            raise
        self._sources[name], self._trees[name] = source, tree
        return tree

    def _parsed(self, name: str, source: str) -> nodes.Template:
        try:
            return self._environment.parse(source, name, str(self._folder / name))
        except RecursionError:
            message = "its expressions stand too deep in one another"
            raise TemplateSyntaxError(message, 1, name, str(self._folder / name)) from None

    @property
    def sources(self) -> Mapping[str, str]:
        """The templates as they are written, by name."""
        return self._sources

    def tree(self, name: str) -> nodes.Template:
        """Return a template's tree."""
        if name not in self._trees:
            self._trees[name] = self._environment.parse(self._sources[name])
        return self._trees[name]

    def code(self, name: str) -> CodeType | None:
        """Return a template, compiled, or ``None`` where there is none of that name.

        Raises TemplateSyntaxError where it cannot be parsed, or asks for what Jinja2 has not, such as a filter.
        """
        file = str(self._folder / name)
        if name in self._broken:
            self._parsed(name, self._broken[name])
        if name not in self._codes and name in self._sources:
            self._codes[name] = self._environment.compile(self.tree(name), name, file)
        return self._codes.get(name)

    def template(self, name: str, globals: Mapping[str, object]) -> Template:
        """Return a template to render with; those that it includes are loaded as it asks for them.

        Raises TemplateError where there is none, or it cannot be compiled.
        """
        return self._environment.get_template(name, globals=dict(globals))

    def _compiled(self) -> Iterator[tuple[str, bytes]]:
        for name in self._sources:
            with suppress(Exception):  # said where it is asked for
                yield name, marshal.dumps(self.code(name))


class _Loader(BaseLoader):
    """Loads what a library has, and no file: what it has was read within the project, and within the limits."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, object] | None = None) -> Template:
        """Return a template, compiled."""
        code = self._library.code(name)
        if code is None:
            raise TemplateNotFound(name, f"there is no template `{name}`")
        return Template.from_code(environment, code, globals or {})
