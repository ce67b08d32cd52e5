"""An item from its author to the check; each step from each state; what is refused."""

from __future__ import annotations

import datetime as dt
from contextlib import ExitStack, suppress
from typing import Any

import pytest
from django.db import transaction

from lvzhi.access import Conflict, NotAllowed, Refusal, Refusals
from lvzhi.deadlines import clock
from lvzhi.drafts import actions as drafts
from lvzhi.drafts.models import Draft
from lvzhi.files.actions import attach
from lvzhi.files.models import Attachment
from lvzhi.journal.models import Entry, Private
from lvzhi.messages.models import Message
from lvzhi.norms.actions import set_value
from lvzhi.opinions.actions import writing
from lvzhi.opinions.models import Author, Concern
from lvzhi.opinions.queries import CONCERN, whole_text
from lvzhi.opinions.tests.newsroom import CHECKED, COUNT, EDITED, OK, SITUATION, SUGGESTION, TITLE, TODAY, Newsroom
from lvzhi.opinions.vocabulary.states import ConcernState
from lvzhi.opinions.workflow import WORKFLOWS
from lvzhi.opinions.workflow.turns import TURN_STEPS
from lvzhi.workflow import engine

# who takes a step, and what it is answered with
TAKEN: dict[str, tuple[str, dict[str, Any]]] = {
    "submit": ("jia", OK), "resubmit": ("jia", OK), "withdraw": ("jia", {}), "select": ("bai", {"use_note": "用"}),
    "edit": ("bai", EDITED), "check": ("fu", CHECKED), "merge": ("bai", {}), "keep": ("bai", {"ground": "已在处理"}),
    "send_back": ("bai", {"ground": "写明地点"}), "back": ("fu", {"ground": "数字再核"}), "recall": ("bai", {}),
    "reconsider": ("bai", {}), "unmerge": ("bai", {}), "take_offline": ("bai", {"ground": "不宜在此处理"}),
}  # fmt: skip
TURNS = {one.key for one in TURN_STEPS}
STATES = [one for one in ConcernState.values if one not in ("arrived", "issued")]


class Undone(Exception):  # noqa: N818  reason: no fault: what a test did is to be undone
    pass


def undone() -> ExitStack:
    stack = ExitStack()
    stack.enter_context(suppress(Undone))
    stack.enter_context(transaction.atomic())
    return stack


@pytest.mark.parametrize("state", STATES)
def test_each_step_from_each_state(room: Newsroom, state: str) -> None:
    """Open where the table says, refused with the state's name elsewhere; where it leads is what the table says."""
    known, other = room.at(state), room.sent(room.yi, title="第三篇")
    for step in (one for one in WORKFLOWS["concern"].steps if one.key not in TURNS):
        who, answers = TAKEN[step.key]
        given = answers | ({"main": other.pk} if step.key == "merge" else {})
        actor = room.actor(room.everyone[who])
        fresh = Concern.objects.get(pk=known.pk)
        if state not in step.frm:
            with pytest.raises(Conflict):
                engine.take(fresh, step.key, actor, given)
            continue
        with undone():
            done = engine.take(fresh, step.key, actor, given)
            assert done.state == step.to[0], step.key
            raise Undone


def test_from_the_author_to_the_check(room: Newsroom) -> None:
    made = room.at("returned")
    assert (made.ground, made.chars, made.submitted_on) == ("写明哪一段路", COUNT, TODAY)
    assert said_to(room.jia, "returned") == 1
    writing.write(made, room.actor(room.jia), room.data(situation="北门一段，九盏不亮。"))
    with clock.at(TODAY + dt.timedelta(days=1)):
        made = room.take(made, "resubmit", room.jia, **OK)
    assert (made.ground, made.submitted_on) == ("", TODAY)
    made = room.take(made, "select", use_note="拟编入第3期")
    made = room.take(made, "edit", **EDITED)
    assert (made.title, made.current_title) == (TITLE, EDITED["edited_title"])
    assert (made.situation, made.edited) == ("北门一段，九盏不亮。", EDITED["edited"])
    assert said_to(room.fu, "to_check") == 1
    made = room.take(made, "back", room.fu, ground="几盏要写准")
    assert (made.state, made.ground, said_to(room.bai, "back")) == ("selected", "几盏要写准", 1)
    made = room.take(room.take(made, "edit", **EDITED), "check", room.mi, **CHECKED)
    assert (made.state, made.checked_by, made.edited_by) == ("checked", "米秘", "白办")
    assert [said_to(room.jia, code) for code in ("selected", "checked")] == [1, 1]


def said_to(account: Any, code: str) -> int:
    return Message.objects.filter(account_id=account.pk, code=f"opinions.{code}").count()


def test_nobody_checks_what_he_edited(room: Newsroom) -> None:
    made = room.at("edited")
    with pytest.raises(NotAllowed):
        room.take(made, "check", room.bai, **CHECKED)
    assert room.take(made, "recall", room.bai).state == "selected"


def test_nobody_screens_what_he_reports(room: Newsroom) -> None:
    from lvzhi.accounts import actions
    from lvzhi.accounts.tests.house import START, builder

    actions.appoint(builder(), room.jia, "office", room.here, starts=START)
    made = room.sent()
    for key, answers in (("select", {}), ("keep", {"ground": "留"})):
        with pytest.raises(NotAllowed):
            room.take(made, key, room.jia, **answers)


def test_what_is_handed_in_is_confirmed_to_hold_no_secrets(room: Newsroom) -> None:
    with pytest.raises(Refusals, match="不涉及国家秘密"):
        room.take(room.begin(), "submit", room.jia)
    made = room.sent()
    line = Entry.objects.filter(event="opinions.concern.submit").latest("seq")
    assert (line.subject_uid, line.facts["count"]) == (made.uid, COUNT)


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"title": "长" * 101}, "title", "标题101字，超过上限100字"),
        ({"title": "  "}, "title", "请填写标题"),
        ({"situation": ""}, "situation", "请填写情况反映"),
        ({"category": "无此类"}, "category", "类别“无此类”不在类别表中"),
        ({"outsiders": "｜无名单位"}, "outsiders", "第1行“｜无名单位”没有姓名"),
        ({"outsiders": "丁某｜商户\n丁某｜商户"}, "outsiders", "“丁某（商户）”写了两次"),
        ({"outsiders": "戊" * 121}, "outsiders", "第1行的姓名超过120字"),
    ],
)
def test_what_is_refused_while_writing(room: Newsroom, changed: dict[str, Any], field: str, said: str) -> None:
    with pytest.raises(Refusal, match=said) as refused:
        room.begin(**changed)
    assert refused.value.field == field
    assert not Concern.objects.exists()


def test_the_whole_text_is_measured_when_it_is_handed_in(room: Newsroom) -> None:
    made = room.begin(situation="情" * 1000 + "\n", analysis="因" * 300, suggestion="议" * 200)
    assert made.chars == 1500
    assert room.take(made, "submit", room.jia, **OK).state == "submitted"
    long = room.begin(situation="情" * 1000, analysis="因" * 300, suggestion="议" * 201)
    with pytest.raises(Refusal, match="正文合计1501字，超过上限1500字"):
        room.take(long, "submit", room.jia, **OK)
    assert Concern.objects.get(pk=long.pk).state == "draft"


def test_a_suggestion_is_wanted_where_the_norm_says_so(room: Newsroom) -> None:
    made = room.begin(suggestion="")
    set_value(room.actor(room.mi), room.here, "opinions.suggestion_required", True, starts=TODAY, ground="通知")
    with pytest.raises(Refusal, match="要求写意见建议"):
        room.take(made, "submit", room.jia, **OK)


def test_who_will_not_be_published_says_why(room: Newsroom) -> None:
    made = room.begin(publish="")
    with pytest.raises(Refusal, match="请写明理由"):
        room.take(made, "submit", room.jia, **OK)
    assert room.sent(publish="", publish_ground="涉及个人").publish is False


def test_authors_stand_in_their_order(room: Newsroom) -> None:
    made = room.begin(people=[room.members["yi"]], outsiders="丁某｜商户\n戊某")
    assert names(made) == [("甲文", ""), ("乙武", ""), ("丁某", "商户"), ("戊某", "")]
    writing.write(made, room.actor(room.jia), room.data(people=[], outsiders="戊某"))
    assert names(made) == [("甲文", ""), ("戊某", "")]
    assert [row.place for row in authors(made)] == [1, 2]


def authors(concern: Concern) -> Any:
    return Author.objects.live().filter(concern=concern).order_by("place")


def names(concern: Concern) -> list[tuple[str, str]]:
    return [(row.name, row.unit) for row in authors(concern)]


@pytest.mark.parametrize(
    ("who", "organ", "source", "first"),
    [
        ("jia", None, "member", "甲文"), ("tu", None, "reporter", "屠信"), ("min", "party", "party", None),
        ("min", None, "reporter", "闵盟"), ("zhu", "special", "organ", None),
    ],
)  # fmt: skip
def test_who_reports_is_known_from_the_login(
    room: Newsroom, who: str, organ: str | None, source: str, first: str | None
) -> None:
    made = room.sent(room.everyone[who], organ=getattr(room, organ) if organ else None)
    assert made.source == source
    assert [name for name, _ in names(made)] == ([first] if first else [])


def test_nobody_speaks_for_another_organ(room: Newsroom) -> None:
    for who in (room.jia, room.tu, room.zhu):
        with pytest.raises(Refusal, match="您不是“民盟海州支部”的负责人或信息联络员"):
            room.begin(who, organ=room.party)


def test_staff_hands_in_for_others(room: Newsroom) -> None:
    made = room.sent(room.bai, source="member", people=[room.members["yi"], room.members["jia"]])
    assert (made.by_staff, made.entered_by, names(made)) == (True, "白办", [("乙武", ""), ("甲文", "")])
    assert said_to(room.yi, "received") == 1
    assert room.sent(room.bai, source="party", organ=room.party, title="盟员反映").organ == room.party
    for given, said in (
        ({"source": "member"}, "请写明是谁反映的"), ({"source": "party"}, "请选择是哪个机构"),
        ({"source": "below", "outsiders": "某人"}, "由系统登记"),
    ):  # fmt: skip
        with pytest.raises(Refusal, match=said):
            room.begin(room.bai, **given)


def test_a_follow_up_is_of_the_same_author(room: Newsroom) -> None:
    first, foreign = room.sent(), room.sent(room.yi, title="乙的")
    assert room.begin(title="路灯又灭了", follows=first).follows == first
    with pytest.raises(Refusal, match="“乙的”不是同一反映人的"):
        room.begin(title="借题", follows=foreign)


def test_merging_joins_the_authors_and_comes_apart(room: Newsroom) -> None:
    main = room.sent(room.yi, title="主件", outsiders="丁某｜商户")
    made = room.sent(outsiders="丁某｜商户\n戊某")
    merged = room.take(made, "merge", main=main.pk)
    assert (merged.state, merged.merged_into) == ("merged", main)
    assert [name for name, _ in names(main)] == ["乙武", "丁某", "甲文", "戊某"]
    assert said_to(room.jia, "merged") == 1
    with pytest.raises(Refusal, match="已有信息合并到“主件”"):
        room.take(main, "withdraw", room.yi)
    apart = room.take(merged, "unmerge")
    assert (apart.state, apart.merged_into) == ("submitted", None)
    assert [name for name, _ in names(main)] == ["乙武", "丁某"]


def test_what_cannot_be_a_main_item(room: Newsroom) -> None:
    made, kept = room.sent(), room.at("kept", title="留存的")
    merged = room.at("merged", title="已并的")
    for other in (made, kept, merged):
        with pytest.raises((Refusal, Refusals)):
            room.take(made, "merge", main=other.pk)
    assert Concern.objects.get(pk=made.pk).state == "submitted"


def test_merged_items_stay_merged_once_something_followed(room: Newsroom) -> None:
    merged = room.at("merged")
    room.take(merged.merged_into, "keep", ground="留作参考")
    with pytest.raises(Refusal, match="已不能拆开"):
        room.take(merged, "unmerge")


def test_off_line_leaves_a_tombstone_only(room: Newsroom) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    made = room.begin(title="涉密标题", situation="涉密内容甲乙丙丁", analysis="涉密分析")
    attach(room.actor(room.jia), CONCERN, made.uid, SimpleUploadedFile("说明.txt", "涉密附件".encode()))
    drafts.save(room.jia.pk, CONCERN, str(made.uid), {"situation": "涉密内容甲乙丙丁"})
    made = room.take(room.take(made, "submit", room.jia, **OK), "select")
    made = room.take(made, "edit", edited_title="密题", edited="涉密编辑稿")
    gone = room.take(made, "take_offline", room.fu, ground="不宜在此处理")
    gone.refresh_from_db()
    assert (gone.state, gone.situation, gone.analysis, gone.suggestion, gone.edited) == ("offline", "", "", "", "")
    assert (gone.title, gone.edited_title, gone.chars) == ("（已转线下，内容不在本系统）", "", 0)
    assert [name for name, _ in names(gone)] == ["甲文"]
    assert not Attachment.objects.live().exists()
    assert not Draft.objects.exists()
    assert not Private.objects.filter(kind=CONCERN, uid=gone.uid).exists()
    kept = "".join(f"{row.changes}{row.facts}{row.subject_title}" for row in Entry.objects.all())
    assert "涉密" not in kept.replace("涉密转线下", "").replace("不含涉密内容", "")
    assert not Message.objects.filter(subject_uid=gone.uid).exists()
    assert said_to(room.jia, "offline") == 1


def test_time_limits_run_and_urgent_ones_are_shorter(room: Newsroom) -> None:
    usual, urgent = room.sent(), room.sent(title="急", urgent=True)
    assert (usual.due_on, usual.due_clock) == (dt.date(2026, 5, 27), "screen")
    assert (urgent.due_on, urgent.due_clock) == (dt.date(2026, 5, 21), "screen_urgent")
    assert said_to(room.bai, "urgent") == 1
    assert room.take(usual, "select").due_clock == "edit"


def test_a_second_sending_changes_nothing(room: Newsroom) -> None:
    actor = room.actor(room.jia)
    first = writing.begin(actor, room.here, room.data(), once="k1")
    assert writing.begun(actor, "k1") == first
    with pytest.raises(Conflict, match="已被别人修改"):
        writing.write(first, actor, room.data(), version=first.version - 1)


def test_the_text_for_editing_has_its_headings(room: Newsroom) -> None:
    made = room.begin()
    assert whole_text(made) == f"情况反映\n{SITUATION}\n\n意见建议\n{SUGGESTION}"
    assert whole_text(room.begin(title="短", suggestion="")) == SITUATION
