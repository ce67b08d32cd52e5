"""Pages: who may open which, what they show and hide, and that a list costs the same at any length."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.ballots import actions
from lvzhi.ballots.models import Ballot
from lvzhi.ballots.tests.booth import BAD, GOOD, TODAY, VOTERS, Booth
from lvzhi.ballots.workflow import BALLOT, VOTER
from lvzhi.messages.models import Message
from lvzhi.norms.actions.values import set_value

YES, NO, ABSENT, AWAY = 200, 403, 404, 302
PEOPLE = ("bai", "tang", "v0", "v7", "shen", "ling", "guan", "far")
TABLE: dict[str, tuple[int, ...]] = {
    #                  bai     tang    v0      v7      shen    ling    guan    far
    "list":           (YES,) * 8,
    "draft":          (YES, YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "draft voters":   (YES, NO, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "draft code":     (NO, YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "draft edit":     (YES, NO, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "open":           (YES, YES, YES, YES, YES, YES, ABSENT, ABSENT),
    "open turnout":   (YES, YES, YES, YES, YES, YES, ABSENT, ABSENT),
    "open vote":      (ABSENT, ABSENT, AWAY, YES, ABSENT, ABSENT, ABSENT, ABSENT),
    "open hand":      (NO, YES, NO, NO, NO, NO, ABSENT, ABSENT),
    "open count":     (NO, YES, NO, NO, NO, NO, ABSENT, ABSENT),
    "counted":        (YES, YES, YES, YES, YES, YES, ABSENT, ABSENT),
    "counted sheet":  (YES, YES, 400, 400, 400, 400, ABSENT, ABSENT),
    "announced sheet": (YES, YES, YES, YES, YES, YES, ABSENT, ABSENT),
}  # fmt: skip


def voted(booth: Booth) -> Ballot:
    """Open, with everybody but the last having voted."""
    ballot = booth.opened()
    for number in range(VOTERS - 1):
        booth.cast(ballot, number, GOOD, BAD)
    return ballot


def test_role_by_page(booth: Booth) -> None:
    draft, ballot = booth.draft(), voted(booth)
    counted = booth.count(voted(booth), VOTERS)
    announced = booth.take(booth.count(voted(booth), VOTERS), "announce", booth.bai)
    stands = {"draft": draft, "open": ballot, "counted": counted, "announced": announced}
    found = {}
    for name in TABLE:
        state, _, page = name.partition(" ")
        address = "/ballots/" if name == "list" else f"/ballots/{stands[state].uid}/{page + '/' if page else ''}"
        found[name] = tuple(booth.login(booth.everyone[who]).get(address).status_code for who in PEOPLE)
    assert found == TABLE


def test_rules_agree_with_their_rows(booth: Booth) -> None:
    ballots = [booth.draft(), voted(booth), booth.count(voted(booth), VOTERS)]
    for account in booth.everyone.values():
        actor = booth.actor(account)
        for workflow in (BALLOT, VOTER):
            for rule in {step.may for step in workflow.steps} | {workflow.visible}:
                rows = set(workflow.model._default_manager.filter(rule.rows(actor)).values_list("pk", flat=True))
                everyone = workflow.model._default_manager.select_related()
                assert rows == {row.pk for row in everyone if rule(actor, row)}, (account.username, rule.label)
    assert len(ballots) == 3


def test_a_vote_on_the_page_and_what_it_leaves_to_see(booth: Booth) -> None:
    ballot = voted(booth)
    browser = booth.login(booth.voters[7])
    slip = browser.get(f"/ballots/{ballot.uid}/vote/")
    assert slip.headers["Cache-Control"].count("no-store")
    assert slip.content.decode().count('type="radio"') == 6
    assert 'name="once"' not in slip.content.decode()
    answer = browser.post(f"/ballots/{ballot.uid}/vote/", {"c1_1": "2", "c1_2": "1"}, follow=True)
    words = answer.content.decode()
    assert "票已投入票箱" in words
    assert "您已投票" in words
    again = browser.post(f"/ballots/{ballot.uid}/vote/", {"c1_1": "1"}, follow=True)
    assert "您已经投过票了" in again.content.decode()


@pytest.mark.parametrize("who", ["bai", "tang", "shen", "v7"])
def test_pages_say_how_many_and_never_who(booth: Booth, who: str) -> None:
    ballot = voted(booth)
    page = booth.login(booth.everyone[who]).get(f"/ballots/{ballot.uid}/").content.decode()
    assert f"{VOTERS - 1} / {VOTERS}" in page
    assert "员3" not in page
    if who == "tang":
        hand = booth.login(booth.tang).get(f"/ballots/{ballot.uid}/hand/").content.decode()
        assert "未参加" not in hand
        key = "ballots.teller_sees_who"
        set_value(booth.actor(booth.bai), booth.here, key, value=True, starts=TODAY, ground="测试")
        shown = booth.login(booth.tang).get(f"/ballots/{ballot.uid}/hand/").content.decode()
        assert (shown.count("未参加"), shown.count("已参加</span>")) == (1, VOTERS - 1)


def test_from_a_blank_form_to_a_printed_result(booth: Booth) -> None:
    office = booth.login(booth.bai)
    sent = {
        "title": "机关干部测评", "kind": "staff", "held_on": TODAY.isoformat(), "items": "甲科长\n乙科长",
        "questions": "", "tellers": [booth.tang.pk, booth.song.pk], "entitled": "", "note": "", "once": "k1",
    }  # fmt: skip
    done = office.post("/ballots/new/", sent)
    assert done.status_code == 302
    assert office.post("/ballots/new/", sent).url == done.url
    ballot = Ballot.objects.get(title="机关干部测评")
    office.post(done.url, {"source": "members", "group": ""})
    codes = {}
    for field, teller in (("first_code", booth.tang), ("second_code", booth.song)):
        shown = booth.login(teller).post(f"/ballots/{ballot.uid}/code/")
        assert shown.headers["Cache-Control"].count("no-store")
        codes[field] = re.findall(r"[2-9A-Z]{4}(?:-[2-9A-Z]{4}){4}", shown.content.decode())[0]
        assert codes[field] not in booth.login(teller).get(f"/ballots/{ballot.uid}/code/").content.decode()
    assert office.post(f"/ballots/{ballot.uid}/step/open/", {"version": "1"}).status_code == 302
    marks = {f"c{item}_{at}": "1" for item in (1, 2) for at in range(1, 7)}
    for voter in booth.voters:
        booth.login(voter).post(f"/ballots/{ballot.uid}/vote/", marks)
    teller = booth.login(booth.tang)
    short = teller.post(f"/ballots/{ballot.uid}/count/", {"present": "7", **codes})
    assert short.status_code == 422
    assert "多于实到人数7人" in short.content.decode()
    assert codes["first_code"] not in short.content.decode()
    assert teller.post(f"/ballots/{ballot.uid}/count/", {"present": "8", **codes}).status_code == 302
    office.post(f"/ballots/{ballot.uid}/step/announce/", {})
    assert booth.login(booth.voters[0]).get(f"/ballots/{ballot.uid}/sheet/").status_code == 400
    assert "好评率" not in booth.login(booth.voters[0]).get(f"/ballots/{ballot.uid}/").content.decode()
    assert not Message.objects.filter(code="ballots.announced").exists()  # colleagues' votes are nobody's to compare
    sheet = teller.get(f"/ballots/{ballot.uid}/sheet/").content.decode()
    assert sheet.count("8（100%）") == 12
    assert "唐监" in sheet


def test_pickers_answer_those_who_fill_the_form(booth: Booth) -> None:
    ballot = booth.opened()
    office, teller, member = (booth.login(who) for who in (booth.bai, booth.tang, booth.voters[0]))
    assert "唐监" in office.get("/ballots/pick/?of=tellers&tellers__typed=唐").content.decode()
    assert member.get("/ballots/pick/?q=唐").status_code == NO
    address = f"/ballots/pick/?ballot={ballot.uid}&q=员3"
    assert "员3" in teller.get(address).content.decode()
    assert [office.get(address).status_code, member.get(address).status_code] == [NO, NO]
    assert teller.get("/ballots/pick/?ballot=x").status_code == ABSENT
    form = {"voter": str(booth.line(ballot, 3).pk), "what": "paper"}
    assert teller.post(f"/ballots/{ballot.uid}/hand/", form).status_code == AWAY
    assert booth.line(ballot, 3).state == "paper"
    again = teller.post(f"/ballots/{ballot.uid}/hand/", form)
    assert again.status_code == 422


def test_lists_cost_the_same_at_any_length(booth: Booth) -> None:
    browser = booth.login(booth.bai)

    def cost(address: str) -> int:
        browser.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(address).status_code == 200
        return len(seen)

    one = booth.draft()
    detail, voters = f"/ballots/{one.uid}/", f"/ballots/{one.uid}/voters/"
    before = [cost("/ballots/"), cost(detail), cost(voters)]
    for number in range(6):
        booth.draft(title=f"测评{number}")
    more = [booth.account(f"w{number}", f"新员{number}", booth.here, "member") for number in range(6)]
    actions.add_voters(booth.actor(booth.bai), one, [booth.member(account).person for account in more])
    assert [cost("/ballots/"), cost(detail), cost(voters)] == before
