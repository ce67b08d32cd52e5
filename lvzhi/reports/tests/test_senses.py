"""A match corrected once is remembered for the committee: by meaning, for other numbers too, until it is taken back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from lvzhi.access import Actor
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.tests.house import login, person
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.scope import Scope
from lvzhi.journal.models import Entry
from lvzhi.reports import actions, queries
from lvzhi.reports.checking import check_text
from lvzhi.reports.checking.senses import Pattern
from lvzhi.reports.composing import filling, sources
from lvzhi.reports.models import Sense
from lvzhi.reports.tests.desk import refused
from lvzhi.reports.tests.small import Small
from lvzhi.reports.tests.test_pages import words
from lvzhi.workflow import engine

TEXT = "全年收到金点子12件。"
GOLDEN = {"subject": "金点子", "means": "figure", "target": "收到提案"}


def by(small: Small) -> Actor:
    return actor_for(small.secretary)


def note(small: Small, **data: Any) -> Sense:
    return actions.note_sense(by(small), small.county, small.year, GOLDEN | data)


def held(small: Small, text: str, scope: Scope | None = None) -> Any:
    (one,) = check_text(text, scope or small.scope, small.year).claims
    return one


def test_what_was_corrected_is_known_again_with_another_number_and_other_words(small: Small) -> None:
    assert held(small, TEXT).verdict == "no_figure"
    note(small)
    for text, verdict in ((TEXT, "holds"), ("一年来，共征集金点子97件。", "differs"), ("金点子超过11件。", "holds")):
        one = held(small, text)
        assert (one.figure.key, one.verdict) == ("proposals.received", verdict), one.reason
        assert one.reason.startswith(f"按本单位更正（{small.secretary.name}，2023年6月1日）：")
        assert one.as_json()["corrected"] == {"who": small.secretary.name, "on": "2023-06-01"}


def test_nothing_of_the_number_is_remembered(small: Small) -> None:
    row = note(small, action="收到", unit="件")
    stored = {field.name: getattr(row, field.name) for field in Sense._meta.concrete_fields}
    assert not any("12" in str(stored[name]) for name in ("subject", "action", "unit", "near", "heading", "cuts"))
    with refused("reports.sense_number"):
        note(small, subject="12件金点子")


def test_a_target_may_be_narrowed_and_the_scope_said(small: Small) -> None:
    note(small, target="收到提案·提案者=集体提案", reach="below")
    one = held(small, "金点子2件。")
    assert (one.filter.label, one.scope.below, one.verdict) == ("集体提案", True, "holds")


def test_left_alone_it_is_held_against_nothing(small: Small) -> None:
    note(small, subject="提案", action="收到", means="nothing", target="")
    one = held(small, "全年收到提案99件。")
    assert (one.figure, one.verdict, one.is_finding) == (None, "no_figure", False)
    assert "这样的数字不与记录核对" in one.reason
    assert held(small, "全年立案提案10件。").figure.key == "proposals.filed"


def test_the_narrower_of_two_counts(small: Small) -> None:
    note(small)
    note(small, near="院坝", target="立案提案")
    assert held(small, "围绕院坝建设，收到金点子9件。").figure.key == "proposals.filed"
    assert held(small, "收到金点子9件。").figure.key == "proposals.received"


def test_without_a_verb_is_another_thing_than_with_any(small: Small) -> None:
    note(small, subject="提案", action="无动词")
    assert held(small, "提案12件，件件有着落。").figure.key == "proposals.received"
    assert held(small, "全年立案提案10件。").figure.key == "proposals.filed"


def test_two_that_conflict_are_refused_with_the_others_name(small: Small) -> None:
    first = note(small, action="收到")
    assert note(small, action="收到") == first  # sent twice
    for data in ({"action": "收到", "target": "立案提案"}, {"action": "", "unit": "件", "target": "立案提案"}):
        with pytest.raises(
            Exception, match=f"与{small.secretary.name}2023年6月1日登记的更正冲突：“金点子”（动词“收到”）"
        ):
            note(small, **data)
    note(small, action="征集", target="立案提案")  # another verb: no claim is meant by both
    engine.void(first, by(small), "看错了")
    second = note(small, action="收到", target="立案提案")
    assert held(small, TEXT).figure.key == "proposals.filed"
    first.refresh_from_db()
    with refused("reports.sense_clash"):
        actions.restore_sense(first, by(small))
    engine.void(second, by(small), "改回去")
    actions.restore_sense(first, by(small))
    assert held(small, TEXT).figure.key == "proposals.received"


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (Pattern("金点子"), Pattern("金点子"), True),
        (Pattern("金点子"), Pattern("县政协金点子"), True),
        (Pattern("金点子"), Pattern("微建议"), False),
        (Pattern("金点子"), Pattern("金点子", action="收到"), False),
        (Pattern("金点子", near="院坝"), Pattern("金点子", heading="提案"), True),
        (Pattern("金点子", unit="条"), Pattern("金点子", unit="件", action="收到"), False),
    ],
)
def test_which_patterns_conflict(*, one: Pattern, other: Pattern, clash: bool) -> None:
    assert one.clashes(other) is other.clashes(one) is clash


def test_what_cannot_be_meant_is_refused_with_what_is_near(small: Small) -> None:
    with refused("reports.sense_subject"):
        note(small, subject=" ")
    with refused("reports.sense_target"):
        note(small, target="")
    with pytest.raises(Exception, match="立案提案"):
        note(small, target="立案的提案")


def test_it_counts_for_this_committee_alone(small: Small) -> None:
    note(small)
    assert held(small, TEXT, Scope(small.city)).verdict == "no_figure"
    with refused("reports.sense_not_keeper"):
        actions.note_sense(actor_for(small.stranger), small.county, small.year, GOLDEN)


def test_numbers_typed_by_hand_in_a_report_are_read_the_same_way(small: Small) -> None:
    note(small)
    (found,) = sources.bare(
        [("提案工作", TEXT)], filling.book([TEXT], small.scope, small.year), small.scope, small.year
    )
    assert (found.token, found.agrees) == ("{收到提案}", True)


def test_noting_and_taking_back_are_in_the_journal(small: Small) -> None:
    row = note(small)
    engine.void(row, by(small), "看错了")
    events = list(Entry.objects.filter(subject_uid=row.uid).order_by("seq").values_list("event", flat=True))
    assert events == ["reports.sense_noted", "workflow.voided"]


# pages


@pytest.fixture
def secretary(small: Small) -> Client:
    return login(small.secretary)


def post(client: Client, small: Small, text: str) -> Any:
    return client.post("/reports/check/", {"committee": str(small.county.uid), "period": "2022", "text": text})


def test_from_the_claim_to_the_correction_and_back(secretary: Client, small: Small) -> None:
    page = post(secretary, small, TEXT).content.decode()
    target = re.search(r'href="(/reports/check/means/new/\?[^"]+)"', page)
    assert target is not None
    form = secretary.get(target[1].replace("&amp;", "&"))
    read = form.content.decode()
    for value in ("金点子", "收到", "件"):
        assert f'value="{value}"' in read
    given = GOLDEN | {"of": str(small.county.uid), "period": "2022"}
    done = secretary.post("/reports/check/means/new/", given, follow=True)
    assert "已记住" in words(done)
    assert "按本单位更正" in words(post(secretary, small, TEXT))
    listed = words(secretary.get("/reports/check/means/"))
    assert "“金点子”" in listed
    assert "对应“收到提案”" in listed
    again = secretary.post("/reports/check/means/new/", given | {"target": "立案提案"})
    assert again.status_code == 422
    assert f"与{small.secretary.name}2023年6月1日登记的更正冲突" in again.content.decode()
    assert 'value="立案提案"' in again.content.decode()  # nothing typed is lost


def test_taking_back_and_restoring_by_page(secretary: Client, small: Small) -> None:
    row = note(small)
    address = queries.sense_address(row)
    assert "有效" in words(secretary.get(address))
    done = secretary.post(address + "back/", {"ground": "看错了"}, follow=True)
    assert "已撤回" in words(done)
    assert "看错了" in words(done)
    assert "更正对应" not in words(secretary.get("/reports/check/"))
    assert held(small, TEXT).verdict == "no_figure"
    secretary.post(address + "restore/")
    assert held(small, TEXT).verdict == "holds"


def test_who_may_see_and_who_may_correct(small: Small) -> None:
    row = note(small)
    office = person("bangong", "白工", small.county, Role.OFFICE)
    for account, see, correct in (
        (office, 200, 200), (small.auditor, 200, 403), (small.member_account, 403, 403), (small.stranger, 403, 403),
    ):  # fmt: skip
        client = login(account)
        of = f"?of={small.county.uid}"
        assert client.get("/reports/check/means/" + of).status_code == see, account.name
        assert client.get("/reports/check/means/new/" + of).status_code == correct, account.name
        assert client.get(queries.sense_address(row)).status_code in ({200} if see == 200 else {403, 404}), account.name
    assert "更正对应" not in words(post(login(small.auditor), small, TEXT))
