"""Where Chinese words end."""

from __future__ import annotations

from reportgen.write.pdf.han_words import word_ends


def parted(text: str, han: str) -> list[str]:
    ends = sorted(word_ends(text, han))
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def test_words_are_found_in_both_forms_of_characters() -> None:
    assert parted("我们每年植树", "hans") == ["我们", "每", "年", "植树"]
    assert parted("我們在香港工作", "hant") == ["我們", "在", "香港", "工作"]


def test_a_text_without_words_ends_where_it_ends() -> None:
    assert parted("", "hans") == []
    assert parted("2023", "hans")[-1].endswith("3")
