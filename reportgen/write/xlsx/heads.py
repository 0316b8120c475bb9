"""The words of the tool's own workbooks in each language: heads of columns, names of sheets, short instructions."""

from __future__ import annotations

from collections.abc import Iterable

WORDS: dict[str, dict[str, str]] = {
    "assured": {"en": "Assured", "zh_Hans": "已鉴证", "zh_Hant": "已鑒證"},
    "boundary": {"en": "Boundary", "zh_Hans": "边界", "zh_Hant": "邊界"},
    "change": {"en": "Change", "zh_Hans": "变动", "zh_Hant": "變動"},
    "checked": {"en": "Checked", "zh_Hans": "核对", "zh_Hant": "核對"},
    "computed": {"en": "computed", "zh_Hans": "计算值", "zh_Hant": "計算值"},
    "contents": {"en": "Contents", "zh_Hans": "目录", "zh_Hant": "目錄"},
    "count": {"en": "Indicators", "zh_Hans": "指标数", "zh_Hant": "指標數"},
    "definition": {"en": "Definition", "zh_Hans": "定义", "zh_Hant": "定義"},
    "databook": {"en": "Databook", "zh_Hans": "数据手册", "zh_Hant": "數據手冊"},
    "fill_in": {
        "en": "Please fill in the yellow cells: numbers as numbers, and the document each comes from.",
        "zh_Hans": "请填写黄色单元格：数值请以数字格式填写，并注明数据来源文件。",
        "zh_Hant": "請填寫黃色儲存格：數值請以數字格式填寫，並註明數據來源文件。",
    },
    "id": {"en": "ID", "zh_Hans": "编号", "zh_Hant": "編號"},
    "indicator": {"en": "Indicator", "zh_Hans": "指标", "zh_Hant": "指標"},
    "language": {"en": "Language", "zh_Hans": "语言", "zh_Hant": "語言"},
    "ledger": {"en": "Ledger of printed numbers", "zh_Hans": "数据底稿", "zh_Hant": "數據底稿"},
    "method": {"en": "Method", "zh_Hans": "方法", "zh_Hant": "方法"},
    "note": {"en": "Notes", "zh_Hans": "附注", "zh_Hant": "附註"},
    "number": {"en": "No.", "zh_Hans": "序号", "zh_Hant": "序號"},
    "on_file": {"en": "On file", "zh_Hans": "现有值", "zh_Hant": "現有值"},
    "owner": {"en": "Owner", "zh_Hans": "负责人", "zh_Hant": "負責人"},
    "page": {"en": "Page", "zh_Hans": "页码", "zh_Hant": "頁碼"},
    "period": {"en": "Period", "zh_Hans": "期间", "zh_Hant": "期間"},
    "place": {"en": "Place", "zh_Hans": "位置", "zh_Hant": "位置"},
    "population": {"en": "Population", "zh_Hans": "统计范围", "zh_Hant": "統計範圍"},
    "request": {"en": "Data request", "zh_Hans": "数据收集表", "zh_Hant": "數據收集表"},
    "rests_on": {"en": "Rests also on", "zh_Hans": "另据", "zh_Hant": "另據"},
    "rule": {"en": "Formula", "zh_Hans": "公式", "zh_Hant": "公式"},
    "section": {"en": "Section", "zh_Hans": "章节", "zh_Hant": "章節"},
    "source": {"en": "Source", "zh_Hans": "来源", "zh_Hant": "來源"},
    "status": {"en": "Status", "zh_Hans": "状态", "zh_Hant": "狀態"},
    "text": {"en": "As printed", "zh_Hans": "印刷文字", "zh_Hant": "印刷文字"},
    "topic": {"en": "Topic", "zh_Hans": "主题", "zh_Hant": "主題"},
    "unit": {"en": "Unit", "zh_Hans": "单位", "zh_Hant": "單位"},
    "value": {"en": "Value", "zh_Hans": "数值", "zh_Hant": "數值"},
}


def head(name: str, locales: Iterable[str], detail: str = "") -> str:
    """Return a head in each language, with a detail such as a year behind it."""
    words = " / ".join(dict.fromkeys(WORDS[name][locale] for locale in locales))
    return f"{words} {detail}".strip()
