"""What a report is written as."""

from __future__ import annotations

FORMATS = ("pdf", "docx")
"""The formats, in the order in which they are made: the PDF's pages are those that the Word file names."""
