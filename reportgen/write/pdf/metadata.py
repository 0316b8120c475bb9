"""What the file says of itself: the information dictionary and the XMP packet (ISO 16684-1), which must agree."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

PRODUCER = "ReportLab"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """A file's title, author, language (BCP 47) and the version of the tool. It has no dates: nothing reads a clock."""

    title: str
    author: str
    language: str
    version: str

    @property
    def tool(self) -> str:
        """The program that made the file."""
        return f"reportgen {self.version}"


def xmp(metadata: Metadata) -> bytes:
    """Return the XMP packet."""
    return _XMP.format(
        title=escape(metadata.title),
        author=escape(metadata.author),
        language=escape(metadata.language),
        tool=escape(metadata.tool),
        producer=PRODUCER,
    ).encode()
