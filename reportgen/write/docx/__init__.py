"""The Word document: `write_docx` makes it. python-docx holds the package, lxml builds what stands in it."""

from reportgen.write.docx.report import write_docx

__all__ = ["write_docx"]
