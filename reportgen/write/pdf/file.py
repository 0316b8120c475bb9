"""Writes the PDF file: a layout in, its bytes out. The same layout gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.model.flow import Story
from reportgen.model.locale import Locale
from reportgen.write.pdf.encoding import Encoding
from reportgen.write.pdf.fontobjects import font_objects
from reportgen.write.pdf.icc import srgb_profile
from reportgen.write.pdf.links import link_objects
from reportgen.write.pdf.metadata import PRODUCER, Metadata, xmp
from reportgen.write.pdf.numbering import label_ranges
from reportgen.write.pdf.outline import outline_object
from reportgen.write.pdf.page import RUNNING
from reportgen.write.pdf.parts import Layout
from reportgen.write.pdf.pdfobjects import Document, Stream, array, dictionary, name, reference, text
from reportgen.write.pdf.setting import Typesetter
from reportgen.write.pdf.structure import Tree, grow, plant

_LIGHTLY = 6
"""The effort of compressing pages: they are many, and more of it takes five times as long for a fiftieth less."""


def begin_file(
    layout: Layout, typesetter: Typesetter, story: Story, locale: Locale, version: str
) -> Callable[[], bytes]:
    """Begin with a report's file: while the last of it is compressed, the caller may do something else.

    Args:
        layout: the pages, as content streams in the codes and by the font names of the typesetter.
        typesetter: has the fonts and pictures, and knows what was used of them.
        story: where title and author are taken from.
        locale: the language of the whole.
        version: of reportgen.

    Returns:
        What waits for the file: a tagged PDF 1.7.
    """
    document = Document()
    metadata = Metadata(story.title, story.author, locale.tag, version)
    first = document.reserve(len(layout.sheets) + 1)
    pages = [reference(first + 1 + index) for index in range(len(layout.sheets))]
    tree = plant(document, layout, pages)
    encoding = _encoding(layout, typesetter)
    resources = document.add(_resources(document, typesetter, encoding))
    for index in range(len(layout.sheets)):
        document.fill(first + 1 + index, _page(document, layout, tree, encoding, index, reference(first), resources))
    document.fill(first, dictionary({"Type": name("Pages"), "Kids": array(pages), "Count": len(pages)}))
    catalog = document.add(_catalog(document, layout, tree, metadata, reference(first)))
    return document.begin(catalog, document.add(_info(metadata)))


def _encoding(layout: Layout, typesetter: Typesetter) -> Encoding:
    used = {code for face in typesetter.fonts.used() for code in face.advances}
    return Encoding(used, [sheet.content for sheet in layout.sheets])


def _resources(document: Document, typesetter: Typesetter, encoding: Encoding) -> bytes:
    fonts = font_objects(document, typesetter.fonts.used(), encoding)
    pictures = {key: document.add(stream) for key, stream in typesetter.pictures.streams().items()}
    running = {part: dictionary({"Type": name("Pagination"), "Subtype": name(kind)}) for part, kind in RUNNING.items()}
    return dictionary({"Font": dictionary(fonts), "XObject": dictionary(pictures), "Properties": dictionary(running)})


def _page(
    document: Document, layout: Layout, tree: Tree, encoding: Encoding, index: int, parent: bytes, resources: bytes
) -> bytes:
    sheet = layout.sheets[index]
    entries: dict[str, object] = {
        "Type": name("Page"),
        "Parent": parent,
        "MediaBox": array([0, 0, sheet.width, sheet.height]),
        "Resources": resources,
        "Contents": document.add(Stream(encoding.bytes_of(sheet.content), effort=_LIGHTLY)),
        "StructParents": index,
        "Tabs": name("S"),
    }
    if sheet.links:
        entries["Annots"] = array(link_objects(document, layout, tree, index))
    return dictionary(entries)


def _catalog(document: Document, layout: Layout, tree: Tree, metadata: Metadata, pages: bytes) -> bytes:
    entries: dict[str, object] = {
        "Type": name("Catalog"),
        "Pages": pages,
        "Lang": text(metadata.language),
        "MarkInfo": dictionary({"Marked": b"true"}),
        "ViewerPreferences": dictionary({"DisplayDocTitle": b"true"}),
        "Metadata": document.add(Stream(xmp(metadata), {"Type": name("Metadata"), "Subtype": name("XML")})),
        "OutputIntents": array([_output_intent(document)]),
        "PageLabels": _labels(layout),
        "OpenAction": b"[%b/Fit]" % tree.pages[0] if tree.pages else None,
        "StructTreeRoot": grow(document, layout, tree),
    }
    outline = outline_object(document, layout.bookmarks, tree.pages)
    if outline is not None:
        entries |= {"Outlines": outline, "PageMode": name("UseOutlines")}
    return dictionary(entries)


def _output_intent(document: Document) -> bytes:
    return dictionary(
        {
            "Type": name("OutputIntent"),
            "S": name("GTS_PDFA1"),
            "OutputConditionIdentifier": text("sRGB IEC61966-2.1"),
            "Info": text("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.add(Stream(srgb_profile(), {"N": 3})),
        }
    )


def _labels(layout: Layout) -> bytes:
    numbers: list[object] = []
    for page, style, before, first in label_ranges(len(layout.sheets), layout.body):
        label: dict[str, object] = {"S": name(style), "St": first}
        numbers += [page, dictionary(label | ({"P": text(before)} if before else {}))]
    return dictionary({"Nums": array(numbers)})


def _info(metadata: Metadata) -> bytes:
    return dictionary(
        {
            "Title": text(metadata.title),
            "Author": text(metadata.author),
            "Creator": text(metadata.tool),
            "Producer": text(PRODUCER),
        }
    )
