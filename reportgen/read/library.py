"""A report's templates as Jinja2 has them: parsed when they are read, compiled when they are asked for."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from types import CodeType

from jinja2 import Environment, FileSystemLoader, Template, TemplateSyntaxError, nodes

from reportgen.read.sandbox import sandbox


class Library:
    """The templates of a folder by their files' names. To another process they go compiled: once for all who ask."""

    def __init__(
        self, folder: Path, sources: Iterable[tuple[str, str]] = (), codes: Iterable[tuple[str, bytes]] = ()
    ) -> None:
        self._folder = folder
        self._sources = dict(sources)
        self._trees: dict[str, nodes.Template] = {}
        self._codes: dict[str, CodeType] = {name: marshal.loads(code) for name, code in codes}
        self._environment = sandbox(_Loader(self, folder))

    def __reduce__(self) -> tuple[object, ...]:
        return Library, (self._folder, tuple(self._sources.items()), tuple(self._compiled()))

    def add(self, name: str, source: str) -> nodes.Template:
        """Parse a template and return its tree.

        Raises TemplateSyntaxError where it cannot be parsed: then it is not added.
        """
        try:
            tree = self._environment.parse(source)
        except RecursionError:
            raise TemplateSyntaxError("its expressions stand too deep in one another", 1, name) from None
        self._sources[name], self._trees[name] = source, tree
        return tree

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

        Raises TemplateSyntaxError where it asks for what Jinja2 has not, such as a filter.
        """
        if name not in self._codes and name in self._sources:
            self._codes[name] = self._environment.compile(self.tree(name), name, str(self._folder / name))
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


class _Loader(FileSystemLoader):
    """Loads what a library has, and what it has not from the folder: that is missing or broken, and fails there."""

    def __init__(self, library: Library, folder: Path) -> None:
        super().__init__(folder)
        self._library = library

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, object] | None = None) -> Template:
        """Return a template, compiled."""
        code = self._library.code(name)
        if code is None:
            return super().load(environment, name, globals)
        return Template.from_code(environment, code, globals or {})
