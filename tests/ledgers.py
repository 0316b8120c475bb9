"""Ledgers as `build` writes them, with the entries that a test is about."""

from __future__ import annotations

import json
from typing import Any

FACT: dict[str, Any] = {
    "indicator": "power",
    "period": "current",
    "value": "12.00",
    "unit": "MWh",
    "status": "measured",
    "assured": False,
    "computed": False,
    "formula": None,
    "owner": None,
    "source": None,
    "place": "",
}
ENTRY: dict[str, Any] = {
    "locale": "en",
    "text": "12.00 MWh",
    "formula": None,
    "section": "",
    "title": "",
    "place": "",
    "pages": [],
    "facts": [FACT],
}


def ledger_of(*entries: object) -> str:
    return json.dumps({"format": 2, "report": "harbour", "periods": {}, "entries": entries})
