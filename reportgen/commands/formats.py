"""What a report is written as, and where."""

from __future__ import annotations

FOLDER = "build"
FORMATS = ("pdf", "docx")
"""The formats, in the order in which they are made: the PDF's pages are those that the Word file names."""
