"""Words of another language are known by their script."""

from __future__ import annotations

import pytest

from reportgen.model.locale import LOCALES
from reportgen.style.foreign import languages_in


def foreign(text: str, locale: str) -> list[tuple[str, str]]:
    parts = list(languages_in(text, LOCALES[locale]))
    assert "".join(words for words, _ in parts) == text
    return [(words, language) for words, language in parts if language]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain words", []),
        ("CO₂, α and Δ", []),
        ("Harbour Light 海港明灯有限公司 Holdings", [("海港明灯有限公司", "zh-Hans")]),
        ("the 《环境保护法》 and （）", [("《环境保护法》", "zh-Hans")]),
        ("日本の水 and 한국 물", [("日本の水", "ja"), ("한국 물", "ko")]),
        ("said “אור לנמל, 12 לילות” there", [("אור לנמל, 12 לילות", "he")]),
        ("called نور الميناء, and λόγος", [("نور الميناء", "ar"), ("λόγος", "el")]),
    ],
)
def test_in_english(text: str, found: list[tuple[str, str]]) -> None:
    assert foreign(text, "en") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("用电58,941 kWh，ISO 27001与PUE", []),
        ("港口灯光Harbour的", []),
        ("港口（Harbour Light Holdings Limited）的", [("Harbour Light Holdings Limited", "en")]),
        ("在HARBOUR LIGHT PTE. LTD.公司", [("HARBOUR LIGHT PTE. LTD.", "en")]),
        ("依据ISAE 3000、TCFD ESG KPI", []),
        ("按SASB Standards披露", [("SASB Standards", "en")]),
        ("网址https://www.example.org/a，邮箱ir@example.org (IR)", []),
        ("“こんにちは”世界", [("こんにちは", "ja")]),
    ],
)
def test_in_chinese(text: str, found: list[tuple[str, str]]) -> None:
    assert foreign(text, "zh_Hans") == found


def test_the_shapes_of_han_are_those_of_the_report() -> None:
    assert foreign("a 骨 b", "en") == [("骨", "zh-Hans")]
