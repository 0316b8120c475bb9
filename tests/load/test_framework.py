from __future__ import annotations

import pytest

from reportgen.diagnostics import Diagnostics, ReportError, Span, show
from reportgen.load.framework import load_framework
from reportgen.load.yaml_file import PACKAGE_ROOT
from reportgen.model.locale import LOCALES


def test_the_hkex_guide_is_complete_in_both_languages() -> None:
    diagnostics = Diagnostics()
    framework = load_framework("hkex_2023", PACKAGE_ROOT, diagnostics)
    assert not len(diagnostics)
    codes = [provision.code for provision in framework.provisions]
    assert len(codes) == len(set(codes))
    assert {"A1.GD", "A1.2", "A4.1", "B1.1", "B8.2"} <= set(codes)
    for provision in framework.provisions:
        for wording in (provision.label, provision.requirement, provision.part, provision.aspect, framework.title):
            assert wording["en"]
            assert wording["zh_Hans"]
            assert wording.keys() <= LOCALES.keys()


def test_an_unknown_framework() -> None:
    with pytest.raises(ReportError) as raised:
        load_framework("hkex_2032", PACKAGE_ROOT, Diagnostics(), Span("content/report.yaml", 17, 14, 9))
    assert [show(found) for found in raised.value.diagnostics] == [
        "error[unknown-framework]: unknown framework `hkex_2032`\n"
        "  --> content/report.yaml:17:14\n"
        "  = hint: did you mean `hkex_2023`?"
    ]
