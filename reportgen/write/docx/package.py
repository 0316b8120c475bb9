"""The package: its parts, what they are to each other, and its bytes."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from reportgen.model.flow import Story
from reportgen.model.locale import Locale
from reportgen.write.docx.archive import archive
from reportgen.write.docx.xml import Element, clean, serialize
from reportgen.write.escape import escape, quoted

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


class TreePart(Part):
    """A part that is a tree of elements until the package is written."""

    def __init__(self, name: str, content_type: str, root: Element, package: Package) -> None:
        super().__init__(PackURI(f"/word/{name}.xml"), content_type, package=package)
        self._root = root

    @property
    def blob(self) -> bytes:
        """The part's bytes."""
        return serialize(self._root)


def new_document(root: Element) -> Part:
    """Return the main part of a new package, with the root of its document."""
    package = Package()
    part = TreePart("document", CONTENT_TYPE.WML_DOCUMENT_MAIN, root, package)
    package.relate_to(part, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    return part


def add_part(document: Part, name: str, content_type: str, relation: str, root: Element) -> Part:
    """Add a part to the main part's package and relate the main part to it."""
    part = TreePart(name, content_type, root, document.package)
    document.relate_to(part, relation)
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
    _add_plain(document, "core", CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES, core)
    _add_plain(document, "app", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, extended)


def _add_plain(document: Part, name: str, content_type: str, relation: str, text: str) -> None:
    part = Part(PackURI(f"/docProps/{name}.xml"), content_type, text.encode(), document.package)
    document.package.relate_to(part, relation)


def package_bytes(document: Part) -> bytes:
    """Return the package's bytes, the same for the same parts."""
    package = document.package
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    members = {part.partname.membername: part.blob for part in parts}
    members |= {part.partname.rels_uri.membername: _rels(part) for part in parts if part.rels}
    members["_rels/.rels"] = _rels(package)
    members["[Content_Types].xml"] = _content_types(parts).encode()
    return archive(members)


def _content_types(parts: list[Part]) -> str:
    rels = f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
    xml = f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>'
    overrides = "".join(
        f"<Override PartName={quoted(str(part.partname))} ContentType={quoted(part.content_type)}/>" for part in parts
    )
    return f'{_HEAD}<Types xmlns="{_TYPES}">{rels}{xml}{overrides}</Types>'


def _rels(holder: Part | Package) -> bytes:
    # python-docx calls this text, and gives bytes
    return bytes(holder.rels.xml)
