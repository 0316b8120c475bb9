"""The Word document: `write_docx` makes it. lxml builds what stands in it."""

from reportgen.write.docx.report import write_docx

__all__ = ["write_docx"]
