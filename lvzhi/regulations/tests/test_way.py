"""A rule's way: drafted, asked about, checked, adopted, issued, revised, repealed; what is refused, and how."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.regulations import actions, queries, rules
from lvzhi.regulations.models import Opinion, Regulation, Version
from lvzhi.regulations.tests.chamber import FIRST, OLD, SECOND, TODAY, Chamber
from lvzhi.regulations.vocabulary.states import OpinionState, RegulationState, VersionState
from lvzhi.regulations.workflow import ALL
from lvzhi.workflow import engine, undoing
from lvzhi.workflow.todo import todo

DAY = dt.timedelta(days=1)


def said(caught: Any) -> str:
    return str(caught.value.sentence)


def in_force(chamber: Chamber, day: dt.date) -> list[int]:
    rows = queries.on_day(Regulation.objects.live(), day)
    return list(Version.objects.filter(pk__in=rows.values("current")).values_list("number", flat=True))


def test_from_the_draft_to_the_rule_in_force(chamber: Chamber) -> None:
    version = chamber.begin()
    of_organ, of_member = chamber.asked(version)
    assert (of_organ.state, of_organ.due_on) == ("asked", TODAY + 10 * DAY)
    of_organ = chamber.take(of_organ, "give", chamber.gao, says="says", text="第二条补充“有具体建议”。")
    chamber.take(of_member, "give", chamber.jia, says="none", text="")
    with pytest.raises(Refusal) as caught:
        chamber.take(version, "hand_in", chamber.tou, unasked="")
    assert said(caught) == "还有1条意见没有答复，请先逐条写明是否采纳。"
    chamber.take(of_organ, "take", chamber.tou, taken="taken", answer="")
    version = chamber.take(version, "hand_in", chamber.tou, unasked="")
    version = chamber.take(version, "check", on=TODAY)
    version = chamber.take(version, "adopt", meeting="主席会议", on=TODAY)
    version = chamber.issue(version, starts_on=TODAY + DAY)
    assert (version.state, version.regulation.state) == ("issued", "standing")
    assert (in_force(chamber, TODAY), in_force(chamber, TODAY + DAY)) == ([], [1])
    assert [one.state for one in Opinion.objects.order_by("pk")] == ["answered", "none"]


def test_who_says_nothing_is_put_down_so(chamber: Chamber) -> None:
    version = chamber.begin()
    chamber.asked(version)
    chamber.take(version, "hand_in", chamber.tou, unasked="")
    assert {one.state for one in Opinion.objects.all()} == {OpinionState.LAPSED}


def test_what_is_asked_stands_with_those_asked_alone(chamber: Chamber) -> None:
    _, of_member = chamber.asked(chamber.begin())
    waiting = {
        name: [one.record.pk for one in todo(chamber.actor(account)) if one.workflow.key == "regulations.opinion"]
        for name, account in chamber.everyone.items()
    }
    assert {name: found for name, found in waiting.items() if found} == {
        "gao": [of_member.pk - 1], "jia": [of_member.pk],
    }  # fmt: skip
    noted = chamber.take(of_member, "note_given", chamber.bai, says="says", text="电话里说：期限太短。")
    assert (noted.state, noted.given_by) == ("given", "白办")


def test_the_earlier_version_holds_until_the_day_before(chamber: Chamber) -> None:
    first = chamber.bring()
    second = chamber.issue(chamber.adopted(chamber.revised(first)), starts_on=TODAY + 5 * DAY)
    spans = queries.spans(first.regulation, [first, second])
    assert [(one.version.number, one.starts, one.ends) for one in spans] == [
        (2, TODAY + 5 * DAY, None), (1, dt.date(2021, 6, 1), TODAY + 4 * DAY),
    ]  # fmt: skip
    assert [in_force(chamber, TODAY + days * DAY) for days in (4, 5)] == [[1], [2]]
    engine.void(second, chamber.actor(chamber.bai), "误印")
    assert in_force(chamber, TODAY + 5 * DAY) == [1]


def test_repealed_and_the_repeal_taken_back(chamber: Chamber) -> None:
    rule = chamber.bring().regulation
    answers = {"way": "lapsed", "day": TODAY + DAY, "ground": "试行期满", "by": "主席会议"}
    rule = chamber.take(rule, "repeal", **answers)
    assert (rule.get_state_display(), in_force(chamber, TODAY), in_force(chamber, TODAY + DAY)) == ("失效", [1], [])
    rule = undoing.take_back(rule, "repeal", chamber.actor(chamber.bai), "登记错了")
    assert (rule.state, rule.repealed_from, in_force(chamber, TODAY + DAY)) == ("standing", None, [1])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"starts_on": TODAY - DAY}, "施行日期2026年3月1日早于通过日期2026年3月2日：没有通过的制度不能施行，请核对。"),
        ({"issued_on": TODAY - DAY}, "印发日期2026年3月1日早于通过日期2026年3月2日，请核对。"),
        ({"issued_on": TODAY + DAY}, "日期2026年3月3日在今天之后，请核对。"),
        ({"number": ""}, "请填写文号，或选择印发这项制度的文书。"),
        ({"number": "政协发〔2021〕8号"}, "文号“政协发〔2021〕8号”已用于《委员履职考核办法》，请核对。"),
    ],
)
def test_bad_days_of_an_issue(chamber: Chamber, wrong: dict[str, Any], sentence: str) -> None:
    chamber.bring()
    version = chamber.adopted(chamber.begin())
    with pytest.raises(Refusal) as caught:
        chamber.issue(version, **wrong)
    assert said(caught) == sentence
    assert Version.objects.get(pk=version.pk).state == VersionState.ADOPTED


def test_two_versions_are_never_in_force_on_one_day(chamber: Chamber) -> None:
    first = chamber.issue(chamber.adopted(chamber.begin()), starts_on=TODAY + 9 * DAY)
    second = chamber.adopted(chamber.revised(first))
    with pytest.raises(Refusal) as caught:
        chamber.issue(second, "政协发〔2026〕2号", starts_on=TODAY + 9 * DAY)
    assert said(caught) == (
        "第1版自2026年3月11日起施行，新的一版须自更晚的一天起，否则同一天有两个版本有效。"
    )  # fmt: skip


def test_a_rule_is_not_repealed_before_it_came_into_force(chamber: Chamber) -> None:
    rule = chamber.bring().regulation
    with pytest.raises(Refusal) as caught:
        chamber.take(rule, "repeal", way="repealed", day=dt.date(2021, 6, 1), ground="错了", by="")
    assert said(caught) == (
        "废止日期2021年6月1日不晚于第1版的施行日期2021年6月1日：制度施行以前不能废止，请核对。"
    )  # fmt: skip
    chamber.revised(rule.versions.get())
    with pytest.raises(Refusal) as caught:
        chamber.take(rule, "repeal", way="repealed", day=TODAY, ground="错了", by="")
    assert said(caught) == "第2版起草中，请先终止这一版，再废止制度。"
    with pytest.raises(Refusal) as caught:
        chamber.take(rule, "revise", note="再修订")
    assert said(caught) == "第2版起草中，办完后才能再修订。"


def test_a_brought_rule_in_force_before_it_was_adopted_is_refused_whole(chamber: Chamber) -> None:
    with pytest.raises(Refusal) as caught:
        chamber.bring(starts_on=dt.date(2021, 5, 1))
    assert said(caught) == "施行日期2021年5月1日早于通过日期2021年5月6日：没有通过的制度不能施行，请核对。"
    assert not Regulation.objects.exists()


def test_nobody_checks_the_own_draft(chamber: Chamber) -> None:
    version = chamber.take(chamber.begin(chamber.bai), "hand_in", unasked="急用")
    with pytest.raises(NotAllowed):
        chamber.take(version, "check", chamber.bai, on=TODAY)
    assert chamber.take(version, "check", chamber.mi, on=TODAY).state == VersionState.CHECKED


def test_a_checked_text_is_written_no_more(chamber: Chamber) -> None:
    version = chamber.checked(chamber.begin())
    with pytest.raises(Refusal) as caught:
        actions.write(version, chamber.actor(chamber.bai), {"text": SECOND})
    assert said(caught) == "这一版待审议，文字不能再改；要改请退回起草或修订下一版。"
    version = chamber.take(version, "send_back", ground="第三条期限再斟酌")
    assert actions.write(version, chamber.actor(chamber.tou), {"text": SECOND}).text == SECOND


def test_two_hands_on_one_draft(chamber: Chamber) -> None:
    version = chamber.begin()
    actions.write(version, chamber.actor(chamber.bai), {"text": SECOND}, seen=version.version)
    with pytest.raises(Conflict) as caught:
        actions.write(version, chamber.actor(chamber.tou), {"text": FIRST}, seen=version.version)
    assert "白办" in said(caught)


def test_a_first_draft_given_up_ends_its_rule(chamber: Chamber) -> None:
    version = chamber.begin()
    chamber.asked(version)
    version = chamber.take(version, "drop", ground="并入另一办法")
    assert (version.state, version.regulation.state) == ("dropped", RegulationState.DROPPED)
    second = chamber.take(chamber.revised(chamber.bring()), "drop", ground="暂不修订")
    assert (second.state, second.regulation.state) == ("dropped", RegulationState.STANDING)


def test_same_title_and_other_bad_input(chamber: Chamber) -> None:
    chamber.bring()
    for wrong, sentence in (
        (
            {"title": OLD["title"]},
            "已有名为“委员履职考核办法”的制度，请打开原制度点“修订”；确是另一项的，请在名称中加以区别。",
        ),
        ({"title": " "}, "请填写制度名称。"),
        ({"text": "\n"}, "请粘贴正文，或选择 Word、文本文件。"),
    ):
        with pytest.raises(Refusal) as caught:
            chamber.begin(**wrong)
        assert said(caught) == sentence
    version = chamber.begin()
    chamber.asked(version)
    for wrong, sentence in (
        (
            {"until": TODAY - DAY, "organs": [chamber.economy.pk]},
            "截止日期2026年3月1日早于今天，请改为今天以后的日期。",
        ),
        ({"until": TODAY, "organs": [chamber.society.pk]}, "已经征求过“社会委员会”的意见，无须重复征求。"),
        ({"until": TODAY}, "请至少选择一个机构或一位委员。"),
    ):
        with pytest.raises(Refusal) as caught:
            chamber.take(version, "ask", chamber.tou, **wrong)
        assert said(caught) == sentence


def test_every_step_from_every_state(chamber: Chamber) -> None:
    """From a state that its row does not name a step is closed; from one that it names it is open."""
    samples: dict[str, Any] = {
        "version": chamber.begin(), "rule": chamber.bring().regulation, "matter": chamber.matter(),
        "opinion": chamber.asked(chamber.begin(title="另一项办法"))[0],
    }  # fmt: skip
    tried = 0
    for kind, workflow in ALL.items():
        sample = samples[kind]
        for state in workflow.states.values:
            sample.__dict__["state"] = state
            for step in workflow.steps:
                found = engine.steps_open(sample, chamber.actor(chamber.mi))
                assert (step in found) <= (state in step.frm), (kind, state, step.key)
                if not step.automatic and state in step.frm and step.may(chamber.actor(chamber.mi), sample):
                    assert step in found, (kind, state, step.key)
                tried += 1
    assert tried == sum(len(one.states.values) * len(one.steps) for one in ALL.values())


def test_an_issued_version_is_published_and_taken_down_by_the_office_alone(chamber: Chamber) -> None:
    version = chamber.issue(chamber.adopted(chamber.begin()))
    for name in ("tou", "ling", "shen", "jia", "lian", "wai"):
        with pytest.raises((NotAllowed, Conflict)):
            chamber.take(version, "publish", getattr(chamber, name))
    with pytest.raises((NotAllowed, Conflict)):
        chamber.take(version, "take_down", ground="内部执行")
    version = chamber.take(version, "publish")
    assert version.is_public
    assert Version.objects.filter(rules.PUBLIC, pk=version.pk).exists()
    with pytest.raises((NotAllowed, Conflict)):
        chamber.take(version, "publish")
    version = chamber.take(version, "take_down", chamber.mi, ground="内部执行")
    assert not version.is_public
    assert not Version.objects.filter(rules.PUBLIC).exists()
    assert chamber.take(version, "publish").is_public
