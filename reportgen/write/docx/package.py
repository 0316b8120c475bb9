"""The package: its parts, what they are to each other, and its bytes (ECMA-376 part 2)."""

from __future__ import annotations

from posixpath import dirname, relpath

from reportgen.model.flow import Story
from reportgen.model.locale import Locale
from reportgen.write.docx.archive import archive
from reportgen.write.docx.kinds import (
    CORE_PROPERTIES,
    DOCUMENT,
    EXTENDED_PROPERTIES,
    HYPERLINK,
    RELATIONS,
    XML,
    Kind,
    picture,
)
from reportgen.write.docx.xml import Element, clean, serialize
from reportgen.write.escape import escape, quoted

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


class Part:
    """A part of a package by its ``name`` (``word/document.xml``), and the parts and addresses that it leads to.

    Its content is its bytes, or the root of a tree until the package is written.
    """

    def __init__(self, package: Package, name: str, kind: Kind, content: Element | bytes) -> None:
        self.package = package
        self.name = name
        self.kind = kind
        self.relations: dict[tuple[str, Part | str], str] = {}
        self._content = content

    @property
    def blob(self) -> bytes:
        """The part's bytes."""
        return self._content if isinstance(self._content, bytes) else serialize(self._content)

    def lead_to(self, part: Part) -> str:
        """Return the id by which this part names another that it leads to."""
        return self._related(part.kind.relation, part)

    def lead_out(self, address: str) -> str:
        """Return the id by which this part names an address outside."""
        return self._related(HYPERLINK, address)

    def led_to(self, identifier: str) -> Part:
        """Return the part that this part names by an id. Raises `KeyError` for an id of none."""
        for (_, target), known in self.relations.items():
            if known == identifier and isinstance(target, Part):
                return target
        raise KeyError(identifier)

    def _related(self, relation: str, target: Part | str) -> str:
        return self.relations.setdefault((relation, target), f"rId{len(self.relations) + 1}")


class Package:
    """A package being made: its parts by name, and those that say what it is."""

    def __init__(self) -> None:
        self.parts: dict[str, Part] = {}
        self.roots: list[Part] = []
        self._pictures: dict[bytes, Part] = {}

    def add(self, name: str, kind: Kind, content: Element | bytes) -> Part:
        """Add a part, to which another is yet to lead."""
        self.parts[name] = Part(self, name, kind, content)
        return self.parts[name]

    def add_picture(self, data: bytes, media: str, ending: str) -> Part:
        """Add a picture of a media type, or find it where the package has it already."""
        if data not in self._pictures:
            name = f"word/media/image{len(self._pictures) + 1}.{ending}"
            self._pictures[data] = self.add(name, picture(media), data)
        return self._pictures[data]

    def begin(self, name: str, kind: Kind, content: Element | bytes) -> Part:
        """Add a part to which the package itself leads."""
        self.roots.append(self.add(name, kind, content))
        return self.roots[-1]


def new_document(root: Element) -> Part:
    """Return the main part of a new package, with the root of its document."""
    return Package().begin("word/document.xml", DOCUMENT, root)


def add_part(document: Part, name: str, kind: Kind, root: Element) -> Part:
    """Add a part to the main part's package and let the main part lead to it."""
    part = document.package.add(f"word/{name}.xml", kind, root)
    document.lead_to(part)
    return part


def add_properties(document: Part, story: Story, locale: Locale, version: str) -> None:
    """Add what the file says of itself. It says no time: the same report is the same file whenever it is made."""
    core = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{_DUBLIN_CORE}">'
        f"<dc:title>{escape(clean(story.title))}</dc:title><dc:creator>{escape(clean(story.author))}</dc:creator>"
        f"<dc:language>{locale.tag}</dc:language></cp:coreProperties>"
    )
    extended = (
        f'{_HEAD}<Properties xmlns="{_EXTENDED}"><Application>reportgen {escape(version)}</Application>'
        f"<Company>{escape(clean(story.author))}</Company></Properties>"
    )
    document.package.begin("docProps/core.xml", CORE_PROPERTIES, core.encode())
    document.package.begin("docProps/app.xml", EXTENDED_PROPERTIES, extended.encode())


def package_bytes(document: Part) -> bytes:
    """Return the package's bytes, the same for the same parts."""
    package = document.package
    parts = [package.parts[name] for name in sorted(package.parts)]
    members = {part.name: part.blob for part in parts}
    members |= {_beside(part.name): _leads(part.relations, dirname(part.name)) for part in parts if part.relations}
    whole: dict[tuple[str, Part | str], str] = {
        (part.kind.relation, part): f"rId{number}" for number, part in enumerate(package.roots, 1)
    }
    members["_rels/.rels"] = _leads(whole, "")
    members["[Content_Types].xml"] = _content_types(parts)
    return archive(members)


def _content_types(parts: list[Part]) -> bytes:
    rels = f'<Default Extension="rels" ContentType="{RELATIONS}"/>'
    xml = f'<Default Extension="xml" ContentType="{XML}"/>'
    overrides = "".join(
        f"<Override PartName={quoted('/' + part.name)} ContentType={quoted(part.kind.content)}/>" for part in parts
    )
    return f'{_HEAD}<Types xmlns="{_TYPES}">{rels}{xml}{overrides}</Types>'.encode()


def _beside(name: str) -> str:
    """Return the name of the member that says where a part leads to."""
    folder, _, own = name.rpartition("/")
    return f"{folder}/_rels/{own}.rels"


def _leads(relations: dict[tuple[str, Part | str], str], folder: str) -> bytes:
    """Return what says where a part in a folder leads to."""
    leads = "".join(
        f'<Relationship Id="{identifier}" Type="{relation}" {_target(target, folder)}/>'
        for (relation, target), identifier in relations.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{leads}</Relationships>'.encode()


def _target(target: Part | str, folder: str) -> str:
    if isinstance(target, str):
        return f'Target={quoted(target)} TargetMode="External"'
    return f"Target={quoted(relpath('/' + target.name, '/' + folder))}"
