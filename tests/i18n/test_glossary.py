"""The glossary's short Chinese words, which lines of titles and cells do not part."""

from __future__ import annotations

import pytest

from reportgen.i18n.glossary import PATH, whole_words
from reportgen.model.locale import LOCALES
from reportgen.model.project import Project


@pytest.mark.parametrize(
    ("locale", "words"), [("zh_Hans", {"供应商", "承包商", "数据中心"}), ("zh_Hant", {"供應商"}), ("en", set())]
)
def test_short_chinese_terms_are_words_that_stay_whole(project: Project, locale: str, words: set[str]) -> None:
    rows = ["en,zh_Hans,zh_Hant", "supplier,供应商|承包商,供應商", "data center,数据中心,", "wage scale,薪酬管理体系,"]
    (project.root / PATH).parent.mkdir(parents=True)
    (project.root / PATH).write_text("\n".join(rows), "utf-8")
    assert whole_words(project, LOCALES[locale]) == words


def test_there_are_none_without_a_glossary(project: Project) -> None:
    assert whole_words(project, LOCALES["zh_Hans"]) == frozenset()
