from xml.sax.saxutils import quoteattr

import pytest
from lxml import etree

from reportgen.write.escape import escape, quoted

TEXTS = ("plain", "a < b & c > d", "it's", '0.0"%"', "both ' and \"", "中文 & “名”", "&amp;")


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_escaped_is_read_as_it_was(text: str) -> None:
    element = etree.fromstring(f"<a b={quoted(text)}>{escape(text)}</a>")
    assert element.text == text
    assert element.get("b") == text


@pytest.mark.parametrize("text", TEXTS)
def test_attributes_are_quoted_as_the_standard_library_quotes_them(text: str) -> None:
    assert quoted(text) == quoteattr(text)
