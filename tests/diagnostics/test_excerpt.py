"""A finding as a person reads it."""

from __future__ import annotations

from reportgen.diagnostics import Code, Diagnostic, Diagnostics, Severity, Span, columns, show, suggest, suggest_code


def test_a_finding_shows_its_place_its_line_and_what_to_do() -> None:
    finding = Diagnostic(
        Code.UNKNOWN_REFERENCE,
        "there is no indicator `ghg_scop2`",
        Span("content/sections/ghg.md", 12, 5, 9),
        "did you mean `ghg_scope2`?",
    )
    assert show(finding, "the {ghg_scop2} of\n") == (
        "error[unknown-reference]: there is no indicator `ghg_scop2`\n"
        "  --> content/sections/ghg.md:12:5\n"
        "   |\n"
        "12 | the {ghg_scop2} of\n"
        "   |     ^^^^^^^^^\n"
        "  = hint: did you mean `ghg_scope2`?"
    )


def test_the_caret_knows_that_chinese_is_wide() -> None:
    finding = Diagnostic(Code.UNKNOWN_FORM, "no form `x`", Span("a.md", 1, 4, 2), severity=Severity.WARNING)
    lines = show(finding, "排放为总量").splitlines()
    assert lines[0] == "warning[unknown-form]: no form `x`"
    assert lines[-1] == "  | " + " " * 6 + "^^^^"
    assert columns("排放CO₂") == 7


def test_of_a_long_line_only_what_is_around_the_place_is_shown() -> None:
    line = "We count what we emit. " * 8 + "The {ghg_scop2} of the year. " + "It is on the next page. " * 8
    finding = Diagnostic(Code.UNKNOWN_REFERENCE, "no `ghg_scop2`", Span("ghg.md", 12, line.index("{") + 1, 11))
    assert show(finding, line).splitlines()[2:] == [
        "   |",
        "12 | …hat we emit. We count what we emit. The {ghg_scop2} of the year. It is on the next page. It is on th…",
        "   |                                          ^^^^^^^^^^^",
    ]


def test_a_long_line_is_shown_to_its_end_where_the_place_is_near_it() -> None:
    line = "核算范围包括本集团。" * 20 + "见 {ghg_scop2}。"
    shown = show(Diagnostic(Code.UNKNOWN_REFERENCE, "?", Span("a.md", 1, line.index("{") + 1, 11)), line).splitlines()
    assert shown[3].startswith("1 | …")
    assert shown[3].endswith("见 {ghg_scop2}。")
    assert columns(shown[3][: shown[3].index("{")]) == shown[4].index("^")
    assert columns(shown[3]) == len("1 | …") + 100


def test_a_finding_about_a_whole_paragraph_is_marked_as_far_as_it_is_shown() -> None:
    shown = show(Diagnostic(Code.UNTRANSLATED, "?", Span("a.md", 1, 1, 500)), "many words " * 50).splitlines()
    assert shown[3] == "1 | " + ("many words " * 50)[:100] + "…"
    assert shown[4] == "  | " + "^" * 100


def test_a_finding_without_a_place_is_its_message_and_hint() -> None:
    assert show(Diagnostic(Code.FILE_MISSING, "`x` is not there", None, "make it")) == (
        "error[file-missing]: `x` is not there\n  = hint: make it"
    )


def test_findings_come_by_place_and_only_once() -> None:
    found = Diagnostics()
    found.warning(Code.UNUSED_NOTE, "b", Span("b.md", 2))
    found.error(Code.UNKNOWN_NOTE, "a", Span("a.md", 9))
    found.error(Code.UNKNOWN_NOTE, "a", Span("a.md", 9))
    found.error(Code.FILE_MISSING, "nowhere")
    assert [d.message for d in found] == ["nowhere", "a", "b"]
    assert found.failed


def test_an_answered_finding_shows_its_answer_and_stops_nothing() -> None:
    found = Diagnostics()
    finding = Diagnostic(Code.SMALL_CELL, "few", Span("a.yaml", 3), "merge", answer="As published.")
    elsewhere = Diagnostics()
    elsewhere.extend([finding])
    found.extend(elsewhere)
    assert (list(found), len(found), found.failed) == ([], 0, False)
    assert found.everything() == (finding,)
    assert show(finding) == "answered[small-cell]: few\n  --> a.yaml:3:1\n  = answer: As published."


def test_a_suggestion_is_made_only_where_a_word_is_near() -> None:
    assert suggest("curent", ["current", "prior"]) == "did you mean `current`?"
    assert suggest("xyz", ["current", "prior"]) == ""


def test_a_code_is_suggested_only_where_it_is_hardly_another() -> None:
    known = ["MWh", "one", "kgCO2", "GJ"]
    assert [suggest_code(code, known) for code in ("mwh", "GJs", "tonnes", "kg/m2")] == [
        "did you mean `MWh`?",
        "did you mean `GJ`?",
        "",
        "",
    ]


def test_a_file_that_cannot_be_read_is_told_before_what_may_follow_from_it() -> None:
    found = Diagnostics()
    found.error(Code.UNKNOWN_REFERENCE, "there is no indicator `energy`", Span("content/a.md"))
    found.error(Code.NO_ROOM, "there is no room")
    found.error(Code.YAML_BROKEN, "a mapping in braces is not closed", Span("content/kpis/a.yaml"))
    assert [finding.code.value for finding in found] == ["yaml-broken", "no-room", "unknown-reference"]
