"""Signed figures stay; what records come to afterwards is told as lists; a run again marks the sentences concerned."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.metrics import compute, registry
from lvzhi.reports import actions, queries
from lvzhi.reports.actions.reading import note_reading
from lvzhi.reports.composing import filling
from lvzhi.reports.models import Frozen, Reading
from lvzhi.reports.queries.comparing import figures_of, known_of, signed_reading
from lvzhi.reports.tests.desk import Desk, refused
from lvzhi.reports.views.showing import paragraphs
from lvzhi.reports.writing import filled


def printed(desk: Desk) -> str:
    texts = [one.text for one in queries.sections_of(desk.report)]
    book = filled(desk.report, texts)
    return "".join(piece.text for piece in book.fill(texts[0]))


def changed(desk: Desk) -> dict[str, Any]:
    reading = signed_reading(desk.report) or queries.latest_reading(desk.report)
    assert reading is not None
    return {one.frozen.token: one for one in queries.changes(desk.report, reading)}


def test_a_signed_figure_stays_and_the_difference_is_a_list(desk: Desk) -> None:
    desk.signed()
    before = printed(desk)
    assert "收到提案12件" in before
    gone = desk.proposals[0]
    desk.void(gone)
    assert printed(desk) == before
    found = changed(desk)
    assert set(found) == {"收到提案", "立案提案", "立案提案·类别=经济建设", "办复率"}
    one = found["收到提案"]
    assert (one.then.value, one.now.value) == (12, 11)
    assert one.rows[0].removed == (gone.pk,)
    lines = queries.row_lines(one.rows, desk.by(desk.secretary), 20)[0]
    assert (lines[0].what, bool(lines[0].address)) == ("voided", True)
    assert gone.title in lines[0].text
    rate = found["办复率"]
    assert not rate.redefined
    assert [side.count for side in rate.rows] == [1, 1]
    desk.restore(gone)
    assert changed(desk) == {}


def test_rows_are_not_told_to_who_may_not_read_them(desk: Desk) -> None:
    desk.signed()
    desk.void(desk.proposals[5])
    one = changed(desk)["收到提案"]
    lines = queries.row_lines(one.rows, desk.by(desk.stranger), 20)[0]
    assert [(line.text, line.address) for line in lines] == [("", "")]


def test_a_figure_that_comes_to_the_same_out_of_other_rows_is_told(desk: Desk) -> None:
    desk.void(desk.proposals[11])
    desk.signed()
    desk.restore(desk.proposals[11])
    desk.void(desk.proposals[10])
    one = changed(desk)["收到提案"]
    assert not one.moved
    assert (one.rows[0].added, one.rows[0].removed) == ((desk.proposals[11].pk,), (desk.proposals[10].pk,))


def test_another_definition_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.signed()
    figure = type(registry.figure("proposals.received"))
    monkeypatch.setattr(figure, "fingerprint", property(lambda self: "another"))
    found = changed(desk)
    assert all(one.redefined and not one.moved for one in found.values())
    assert "收到提案" in found


def test_a_figure_that_is_there_no_more_is_told_and_still_printed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.signed()
    before = printed(desk)
    known = dict(registry._FIGURES)
    known.pop("proposals.received")
    monkeypatch.setattr(registry, "_FIGURES", known)
    assert printed(desk) == before
    assert changed(desk)["收到提案"].now is None


def test_a_run_again_marks_exactly_the_sentences_concerned(desk: Desk) -> None:
    text = (
        "收到提案{收到提案}件。立案{立案提案}件。办复率{办复率}。"
        "社会方面{立案提案·类别=社会建设}件，经济方面占{立案提案·类别=经济建设·占比}。没有数据。"
    )
    actions.write_section(desk.section(), desk.by(desk.office), "提案工作", text)
    actions.update(desk.report, desk.by(desk.office))
    assert changed(desk) == {}
    desk.void(desk.proposals[10])  # received, never filed
    found = changed(desk)
    assert set(found) == {"收到提案"}
    assert concerned(desk, found) == ["收到提案12件。"]
    desk.void(desk.proposals[7])  # filed, economy: the share of economy changes too, society does not
    found = changed(desk)
    assert concerned(desk, found) == [
        "收到提案12件。", "立案10件。", "社会方面3件，经济方面占30%。",
    ]  # fmt: skip
    before = desk.text()
    actions.update(desk.report, desk.by(desk.head))
    assert changed(desk) == {}
    assert desk.text() == before
    assert Reading.objects.filter(report=desk.report).count() == 3


def concerned(desk: Desk, found: dict[str, Any]) -> list[str]:
    reading = queries.latest_reading(desk.report)
    assert reading is not None
    known = {one.token: known_of(one) for one in figures_of(reading)}
    now = known | {token: one.known for token, one in found.items() if one.known is not None}
    old, new = (filling.frozen(values, desk.scope, desk.year) for values in (known, now))
    parts = queries.sections_of(desk.report)
    lines = [line for part in parts for line in paragraphs(part.text, old, desk.scope, new)]
    return [one["text"] for line in lines for one in line["sentences"] if one["marked"]]


def test_a_signing_keeps_value_definition_and_rows_of_every_figure(desk: Desk) -> None:
    desk.signed()
    reading = signed_reading(desk.report)
    assert reading is not None
    kept = {one.token: one for one in figures_of(reading, with_rows=True)}
    one = kept["办复率"]
    figure = registry.figure("proposals.answered_rate")
    assert one.fingerprint == figure.fingerprint
    assert one.meaning == figure.meaning
    assert [len(one.rows[side]) for side in ("part", "whole")] == [one.numerator, one.denominator] == [10, 10]
    assert {key for key, _ in kept["收到提案"].rows[""]} == {row.pk for row in desk.proposals}


def test_freezing_takes_as_many_statements_for_many_figures_as_for_few(desk: Desk) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as caught:
            note_reading(desk.report, desk.by(desk.office), "updated")
        return len(caught)

    statements()
    few = statements()
    many = "".join(f"{{{one.name}}}。" for one in registry.figures("proposals") if one.shape in ("count", "share"))
    actions.write_section(desk.section(), desk.by(desk.office), "提案工作", many)
    assert len(many) > 400
    assert statements() <= few
    reading = queries.latest_reading(desk.report)
    assert reading is not None
    with CaptureQueriesContext(connection) as caught:
        queries.changes(desk.report, reading)
    assert len(caught) <= 8
    assert Frozen.objects.filter(reading=reading).count() > 30


def test_rows_beyond_the_norm_are_kept_as_a_digest_only(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from lvzhi.reports.actions import reading as acting

    monkeypatch.setattr(acting.norms, "value", lambda key, *rest, **more: 5 if "rows_most" in key else 2)
    made, _ = note_reading(desk.report, desk.by(desk.office), "updated")
    kept = {one.token: one for one in figures_of(made, with_rows=True)}
    assert not kept["收到提案"].whole
    assert kept["收到提案"].rows == {}
    assert kept["立案提案·类别=经济建设"].whole


def test_records_that_move_while_they_are_read_are_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.report = desk.take("send", desk.office)
    desk.report = desk.take("approve", desk.secretary)
    real = compute.members
    monkeypatch.setattr(
        compute, "members", lambda asks: [{side: rows[1:] for side, rows in one.items()} for one in real(asks)]
    )
    with refused("reports.moving"):
        desk.take("sign", desk.leader)
    assert signed_reading(desk.report) is None
