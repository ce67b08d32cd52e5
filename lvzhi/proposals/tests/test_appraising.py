"""Two-way appraisal: what the unit thinks of the proposal; neither side sees the other's before the round closes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import Conflict, Missing, NotAllowed, Refusal
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics.compute import compute, rows_of
from lvzhi.metrics.periods import year
from lvzhi.proposals import rules, tasks
from lvzhi.proposals.actions.appraising import grade_of
from lvzhi.proposals.metrics import appraising, statistics, usual
from lvzhi.proposals.models import Appraisal, Proposal, Rating
from lvzhi.proposals.queries import ratings_of, step_record
from lvzhi.proposals.tests.people import Town, builder
from lvzhi.proposals.tests.test_handling import set_norm
from lvzhi.proposals.tests.test_pages import page
from lvzhi.proposals.workflow import APPRAISAL
from lvzhi.workflow.todo import todo

MARCH = dt.datetime(2026, 3, 16, 10, tzinfo=clock.ZONE)
SAID = "数据翔实，建议可行。"
WANT = "请写明补助标准的测算依据。"
PLEASED = {"attitude": "satisfied", "result": "satisfied"}


@pytest.fixture(autouse=True)
def march() -> Iterator[None]:
    """A working day on which everything here begins."""
    with clock.at(MARCH):
        yield


@pytest.fixture
def asked(town: Town) -> Proposal:
    """A joint proposal just answered, in a committee that appraises both ways."""
    set_norm(town, "proposals.appraisals", True)
    return town.answered(town.take(town.cosigned(), "submit", town.jia))


def appraisal() -> Appraisal:
    return Appraisal.objects.select_related("proposal", "unit").latest("pk")


def rated(town: Town, proposal: Proposal, grade: str = "satisfied") -> Proposal:
    """Both signatories have rated."""
    proposal = town.take(proposal, "rate", town.yi, **PLEASED)
    done: Proposal = town.take(proposal, "rate", town.jia, attitude="satisfied", result=grade, reason="没有时间表。")
    return done


def seen_by(town: Town, proposal: Proposal) -> dict[str, tuple[bool, bool, bool]]:
    """Who reads the unit's words on the page, gets its step's page, and reads the ratings."""
    found = {}
    for name, account in town.everyone.items():
        client, actor = town.login(account), town.actor(account)
        answer = client.get(reverse("proposals:detail", args=[proposal.uid]))
        words = answer.status_code == 200 and SAID in answer.content.decode()
        try:
            step_record(actor, APPRAISAL, appraisal().uid)
            record = True
        except Missing:
            record = False
        try:
            ratings = bool(ratings_of(actor, proposal.uid)[1])
        except Missing:
            ratings = False
        found[name] = (words, record, ratings)
    return found


def test_nobody_is_asked_where_the_norm_is_off(town: Town) -> None:
    town.answered()
    assert not Appraisal.objects.exists()
    assert all(one.workflow is not APPRAISAL for one in todo(town.actor(town.wu)))


def test_sealed_by_role_until_the_round_closes(town: Town, asked: Proposal) -> None:
    nothing = (False, False, False)
    town.take(appraisal(), "appraise", town.wu, score=82, comment=SAID)
    town.take(asked, "rate", town.yi, **PLEASED)
    before = seen_by(town, asked)
    proposal = town.take(asked, "rate", town.jia, **PLEASED)
    after = seen_by(town, proposal)
    # The unit and the clerks read the appraisal; those who signed and the clerks the ratings; each other's nobody.
    sides = {"wu": (True, True, False), "ding": (True, True, True), "ji": (True, True, True)}
    sides |= {"jia": (False, False, True), "yi": (False, False, True)}
    assert before == dict.fromkeys(before, nothing) | sides
    everyone = (True, True, True)
    assert after == dict.fromkeys(after, nothing) | dict.fromkeys(("wu", "ding", "ji", "jia", "yi", "xin"), everyone)


def test_the_ratings_of_a_closed_round_wait_for_the_units_own_word(town: Town, asked: Proposal) -> None:
    closed = rated(town, asked)
    assert closed.state == "closed"
    officer, leader = town.actor(town.wu), town.actor(town.xin)
    with pytest.raises(Missing):
        ratings_of(officer, closed.uid)
    assert len(ratings_of(leader, closed.uid)[1]) == 2
    visible = Rating.objects.filter(usual.rating_visible(officer))
    assert not visible.exists()
    assert "甲文评价" not in page(town.login(town.wu), "proposals:detail", closed.uid)
    town.take(appraisal(), "appraise", town.wu, score=90)
    assert (appraisal().grade, visible.count()) == ("excellent", 2)
    assert len(ratings_of(officer, closed.uid)[1]) == 2


def test_who_may_appraise(town: Town, asked: Proposal) -> None:
    chief = town.person("chief", "丑明", town.here, Role.UNIT_HEAD, unit=town.civil)
    for account in (*town.everyone.values(), chief):
        if account.pk != town.wu.pk:
            with pytest.raises(NotAllowed):
                town.take(appraisal(), "appraise", account, score=80)
    waits = {account.username: [one.step.key for one in todo(town.actor(account)) if one.workflow is APPRAISAL]
             for account in town.everyone.values()}  # fmt: skip
    assert waits == dict.fromkeys(waits, []) | {"wu": ["appraise"]}


def test_an_officer_who_signed_the_proposal_does_not_appraise_it(town: Town, asked: Proposal) -> None:
    from lvzhi.accounts import actions as accounts

    accounts.appoint(builder(), town.yi, Role.UNIT_OFFICER, town.here, starts=dt.date(2024, 1, 8), unit=town.civil)
    with pytest.raises(NotAllowed):
        town.take(appraisal(), "appraise", town.yi, score=100)


def test_borders_of_the_grades(town: Town) -> None:
    given = {100: "excellent", 90: "excellent", 89: "good", 75: "good", 74: "fair", 60: "fair", 59: "poor", 0: "poor"}
    assert {score: grade_of(score, town.here.pk, MARCH.date()) for score in given} == given


def test_another_scale_other_borders_and_bad_input(town: Town, asked: Proposal) -> None:
    set_norm(town, "proposals.appraisal_fair", 70)
    for wrong, words in (({"score": 101}, "提案质量"), ({"score": ""}, "提案质量"), ({"score": 69}, "需要完善")):
        with pytest.raises(Refusal, match=words):
            town.take(appraisal(), "appraise", town.wu, **wrong)
    set_norm(town, "proposals.appraisal_scale", "grade")
    with pytest.raises(Refusal, match="提案质量"):
        town.take(appraisal(), "appraise", town.wu, score=80)
    done = town.take(appraisal(), "appraise", town.wu, grade="good")
    assert (done.state, done.grade, done.score) == ("given", "good", None)


def test_a_low_one_asks_the_proposer_to_improve_by_the_committees_hand(town: Town, asked: Proposal) -> None:
    low = town.take(appraisal(), "appraise", town.wu, score=40, comment=WANT)
    with pytest.raises(NotAllowed):  # sealed: the proposer would learn of it
        town.take(low, "ask_improve", town.ding, wanted=WANT)
    closed = rated(town, asked)
    assert closed.state == "closed", "nothing happens to the proposal"
    assert WANT in page(town.login(town.ding), "proposals:step", "appraisal", low.uid, "ask_improve")
    wanted = town.take(appraisal(), "ask_improve", town.ding, wanted=WANT)
    assert [one.step.key for one in todo(town.actor(town.jia)) if one.workflow is APPRAISAL] == ["respond"]
    with pytest.raises(NotAllowed):
        town.take(wanted, "respond", town.yi, response="已补充。")
    done = town.take(wanted, "respond", town.jia, response="测算依据已附后。")
    assert (done.state, done.response) == ("answered", "测算依据已附后。")
    assert "测算依据已附后。" in page(town.login(town.wu), "proposals:detail", closed.uid)
    assert Proposal.objects.get(pk=closed.pk).state == "closed"


def test_silence_is_no_grade(town: Town, asked: Proposal) -> None:
    row = appraisal()
    assert row.due_on == dt.date(2026, 4, 7), "fifteen working days, the Qingming holiday left out"
    with clock.at(dt.date(2026, 4, 7)):
        assert tasks.lapse_appraisals(builder_now()) == 0
    with clock.at(dt.date(2026, 4, 8)):
        with pytest.raises(Refusal, match="2026"):
            town.take(row, "appraise", town.wu, score=80)
        assert tasks.lapse_appraisals(builder_now()) == 1
        assert tasks.lapse_appraisals(builder_now()) == 0
    assert (appraisal().state, appraisal().grade) == ("unrated", "")


def builder_now() -> Any:
    from lvzhi.accounts.actors import system_actor

    return system_actor("tests", at=clock.now())


def test_dissatisfaction_ends_what_was_not_said_and_the_next_answer_asks_again(town: Town, asked: Proposal) -> None:
    first, again = appraisal(), rated(town, asked, "dissatisfied")
    assert again.state == "rehandling"
    with pytest.raises(Conflict):
        town.take(first, "appraise", town.wu, score=80)
    assert appraisal().state == "unrated"
    again = town.take(again, "answer", town.wu, **town.reply(again))
    assert (appraisal().round, appraisal().state) == (2, "waiting")
    town.take(appraisal(), "appraise", town.wu, score=80)
    again = rated(town, again, "dissatisfied")
    again = town.take(again, "answer", town.wu, **town.reply(again))
    assert Appraisal.objects.count() == 2, "what is said once is not asked again"


def test_figures_count_closed_rounds_only_and_average(town: Town, asked: Proposal) -> None:
    scope, period = Scope(town.here), year(2026)
    town.take(appraisal(), "appraise", town.wu, score=82, comment=SAID)
    assert compute(appraising.APPRAISED, scope, period).value == 0
    rated(town, asked)
    other = town.answered(town.submitted(title="关于另一处食堂的提案"))
    town.take(appraisal(), "appraise", town.wu, score=91)
    town.take(other, "rate", town.jia, **PLEASED)
    third = town.answered(town.submitted(title="关于第三处食堂的提案"))
    town.take(appraisal(), "pass_by", town.wu)
    town.take(third, "rate", town.jia, **PLEASED)
    assert compute(appraising.APPRAISED, scope, period).value == 2
    assert compute(appraising.UNAPPRAISED, scope, period).value == 1
    good = rows_of(appraising.APPRAISED, scope, period, (appraising.QUALITY, "good"))
    assert [row.score for row in good] == [82]
    manner = statistics.Manner.of(town.here, MARCH.date())
    sheet = statistics.appraised(statistics.of_period(town.here, period), manner)
    assert [(line.label, *(cell.text for cell in line.cells)) for line in sheet.lines] == [
        ("优秀", "1", "50.00%", "91.00（合计91 ÷ 1）"),
        ("良好", "1", "50.00%", "82.00（合计82 ÷ 1）"),
        ("合计", "2", "", "86.50（合计173 ÷ 2）"),
    ]
    assert "另有1份" in "".join(sheet.notes)
    assert "区民政局" not in str(sheet), "no table of units"


def test_the_units_desk_shows_it_and_its_form_takes_it(town: Town, asked: Proposal) -> None:
    client = town.login(town.wu)
    desk = page(client, "proposals:unit")
    url = reverse("proposals:step", args=["appraisal", appraisal().uid, "appraise"])
    assert "待评议提案质量（1）" in desk
    assert url in desk
    assert "0至100分" in page(client, "proposals:step", "appraisal", appraisal().uid, "appraise")
    assert client.post(url, {"score": "88", "version": appraisal().version}).status_code == 302
    assert "待评议提案质量" not in page(client, "proposals:unit")
    shown = page(client, "proposals:detail", asked.uid)
    assert "88分" in shown
    assert "本轮评价结束前" in shown
    assert "88" not in "".join(one["sentence"] for one in lines(asked)), "the journal tells that, not what"


def lines(proposal: Proposal) -> list[dict[str, Any]]:
    from lvzhi.journal.queries import histories

    row = Appraisal.objects.get(proposal=proposal)
    return [{"sentence": one.sentence} for one in histories([(row._meta.label_lower, row.uid)])]


def test_the_archive_holds_it_unless_it_is_sealed(town: Town, asked: Proposal) -> None:
    from lvzhi.proposals.archive import pack

    auditor = town.person("auditor", "寅和", town.here, Role.AUDITOR)
    town.take(appraisal(), "appraise", town.wu, score=82, comment=SAID)
    sealed = text_of(pack(town.actor(auditor), asked.uid)[0])
    rated(town, asked)
    whole = text_of(pack(town.actor(auditor), asked.uid)[0])
    assert SAID not in sealed
    assert "评议提案质量" not in sealed
    assert whole.count(SAID) == 2, "the list and the data"


def text_of(opened: Any) -> str:
    with opened, zipfile.ZipFile(io.BytesIO(opened.read())) as package:
        names = [name for name in package.namelist() if name.endswith((".csv", ".json"))]
        return "".join(package.read(name).decode("utf-8-sig") for name in names)


def test_each_right_agrees_with_its_rows(town: Town, asked: Proposal) -> None:
    town.take(appraisal(), "appraise", town.wu, score=40, comment=WANT)
    rated(town, asked)
    town.answered(town.submitted(title="关于另一处食堂的提案"))
    low = town.answered(town.submitted(title="关于第三处食堂的提案"))
    town.take(appraisal(), "appraise", town.wu, score=40, comment=WANT)
    records = list(Appraisal.objects.all())
    assert len(records) == 3
    for right in (APPRAISAL.visible, *(step.may for step in APPRAISAL.steps)):
        for account in town.everyone.values():
            actor = town.actor(account)
            by_rows = set(Appraisal.objects.filter(right.rows(actor)).values_list("pk", flat=True))
            assert by_rows == {row.pk for row in records if right(actor, row)}, (right.label, account.username)
    assert rules.visible(town.actor(town.jia), low)
