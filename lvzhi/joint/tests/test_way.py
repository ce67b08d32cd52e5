"""Asking, answering, dividing, reporting, closing: each step from its states, by whom, and what it leaves behind."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import uuid4

import pytest

from lvzhi.access import Conflict, Missing, NotAllowed, Refusal
from lvzhi.committee.scope import Scope
from lvzhi.joint import actions
from lvzhi.joint.models import Advance, Mate, Partaking, Piece, Topic
from lvzhi.joint.tests.tree import KIND, RECORD, TODAY, UNTIL, Tree
from lvzhi.journal.models import Entry
from lvzhi.messages.models import Message
from lvzhi.workflow import engine


def told(username: str) -> list[str]:
    return list(Message.objects.filter(account__username=username).order_by("id").values_list("code", flat=True))


def test_what_the_record_says_is_not_typed_again(tree: Tree) -> None:
    topic = tree.topic()
    assert (topic.title, topic.until, topic.organ, topic.committee) == (
        "养老服务体系建设调研", UNTIL, tree.research, tree.city,
    )  # fmt: skip
    own = tree.part(topic, tree.city)
    assert (own.role, own.state) == ("lead", "taking")


def test_a_record_is_one_topic(tree: Tree) -> None:
    tree.topic()
    with pytest.raises(Refusal, match="已经是联合课题"):
        tree.topic()


@pytest.mark.parametrize(("kind", "uid"), [("nothing.known", RECORD), (KIND, uuid4())])
def test_no_topic_over_nothing(tree: Tree, kind: str, uid: Any) -> None:
    with pytest.raises(Missing):
        actions.open_topic(tree.actor(tree.city_office), kind, uid, {})


def test_only_who_keeps_the_record_opens_it(tree: Tree) -> None:
    with pytest.raises(NotAllowed):
        actions.open_topic(tree.actor(tree.bai), KIND, RECORD, {})
    assert not Topic.objects.exists()


def test_the_same_request_twice_is_one_topic(tree: Tree) -> None:
    actor = tree.actor(tree.city_office)
    first = actions.open_topic(actor, KIND, RECORD, {}, once="a")
    assert actions.begun(actor, "a") == first


def test_asked_and_accepted(tree: Tree) -> None:
    topic = tree.asked()
    part = tree.part(topic)
    assert (part.state, part.role, part.words, part.until) == ("asked", "assist", "报数据。", UNTIL)
    assert part.due_on == dt.date(2026, 3, 9)  # five working days
    assert told("bai") == ["joint.asked"]
    taken = tree.take(part, "accept", tree.bai, organ=tree.economy.pk)
    assert (taken.state, taken.organ, taken.answered_on) == ("taking", tree.economy, TODAY)
    assert told("city-office") == ["joint.accepted"]
    assert "joint.accepted" in told("city-head")
    said = Entry.objects.filter(event="joint.part.accept").get()
    assert said.subject_uid == part.uid


def test_declined_with_its_reason_and_asked_again(tree: Tree) -> None:
    topic = tree.asked()
    part = tree.take(tree.part(topic), "decline", tree.bai, ground="换届期间人手不足")
    assert (part.state, part.ground) == ("declined", "换届期间人手不足")
    assert told("city-office") == ["joint.declined"]
    tree.take(topic, "ask", tree.city_office, committees=[tree.here.pk], role="joint")
    assert Partaking.objects.filter(topic=topic, committee=tree.here).count() == 2


@pytest.mark.parametrize("step", ["accept", "decline", "finish"])
def test_the_leader_does_not_answer_for_others(tree: Tree, step: str) -> None:
    part = tree.joined() if step == "finish" else tree.part(tree.asked())
    with pytest.raises(NotAllowed):
        tree.take(part, step, tree.city_office, ground="x", on=TODAY)


def test_nobody_is_asked_twice_nor_the_leader(tree: Tree) -> None:
    topic = tree.asked()
    for wanted, said in ((tree.here, "无须重复邀请"), (tree.city, "请选择上级、下级")):
        with pytest.raises(Refusal, match=said):
            tree.take(topic, "ask", tree.city_office, committees=[wanted.pk], role="assist")


def test_committees_elsewhere_are_not_asked(tree: Tree) -> None:
    with pytest.raises(Refusal):
        tree.asked(tree.elsewhere)
    assert Partaking.objects.exclude(role="lead").count() == 0


def test_a_day_gone_by_is_refused(tree: Tree) -> None:
    topic = tree.topic()
    with pytest.raises(Refusal, match="已经过去"):
        tree.take(topic, "ask", tree.city_office, committees=[tree.here.pk], role="assist", until=dt.date(2026, 3, 1))


def test_withdrawn_the_part_counts_no_more(tree: Tree) -> None:
    part = tree.take(tree.joined(), "withdraw", tree.city_office, ground="课题合并")
    assert part.state == "withdrawn"
    assert "joint.withdrawn" in told("bai")
    with pytest.raises(NotAllowed):
        tree.take(tree.part(part.topic, tree.city), "withdraw", tree.city_office, ground="x")


def test_a_team_of_people_from_both(tree: Tree) -> None:
    part = tree.joined()
    tree.take(part, "team", tree.bai, people=[tree.member.person_id, tree.plain.person_id], duty="member")
    lead = tree.part(part.topic, tree.city)
    tree.take(lead, "team", tree.city_office, people=[tree.city_member.person_id], duty="head")
    assert {(one.committee, one.name) for one in Mate.objects.select_related("committee")} == {
        (tree.here, "甲文"), (tree.here, "乙明"), (tree.city, "市员"),
    }  # fmt: skip
    with pytest.raises(Refusal, match="甲文已在专班名单中"):
        tree.take(part, "team", tree.bai, people=[tree.member.person_id], duty="head")
    with pytest.raises(Refusal):  # another committee's people are its own to send
        tree.take(part, "team", tree.bai, people=[tree.city_member.person_id], duty="member")
    row = Mate.objects.get(name="乙明")
    tree.take(part, "dismiss", tree.bai, mate=row.pk)
    row.refresh_from_db()
    assert row.until == TODAY


def test_the_leaders_piece_is_the_leaders_to_word(tree: Tree) -> None:
    piece = tree.piece(tree.joined(), tree.city_office, what="填报养老机构数据")
    assert piece.given
    assert "joint.piece_given" in told("bai")
    with pytest.raises(NotAllowed):
        tree.take(piece, "change", tree.bai, what="另写", until=UNTIL)
    with pytest.raises(NotAllowed):
        tree.take(piece, "drop", tree.bai, ground="不做")
    changed = tree.take(piece, "change", tree.city_office, what="填报养老机构和床位", until=dt.date(2026, 5, 8))
    assert (changed.what, changed.due_on) == ("填报养老机构和床位", dt.date(2026, 5, 8))
    assert told("bai")[-1] == "joint.piece_changed"
    tree.take(changed, "assign", tree.bai, person=[tree.member.person_id])
    assert told("jia") == ["joint.piece_given"]


def test_the_joiners_piece_is_the_joiners(tree: Tree) -> None:
    piece = tree.piece()
    assert not piece.given
    for key, answers in (
        ("change", {"what": "另写", "until": UNTIL}), ("assign", {"who": "市研究室"}),
        ("advance", {"words": "x", "percent": 1}),
        ("finish", {"on": TODAY}), ("drop", {"ground": "x"}),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            tree.take(piece, key, tree.city_office, **answers)
    piece.refresh_from_db()
    assert (piece.what, piece.state, piece.percent) == ("入户调查一百户", "open", 0)


def test_progress_is_written_once_and_seen_by_the_leader(tree: Tree) -> None:
    piece = tree.piece(person=[tree.member.person_id])
    piece = tree.take(piece, "advance", tree.jia, words="已入户四十户。", percent=40)
    piece = tree.take(piece, "advance", tree.bai, words="已入户八十户。", percent=80)
    assert (piece.percent, piece.words) == (80, "已入户八十户。")
    assert [row.percent for row in Advance.objects.filter(piece=piece).order_by("id")] == [40, 80]
    done = tree.take(piece, "finish", tree.jia, on=TODAY)
    assert (done.state, done.percent, done.done_on) == ("done", 100, TODAY)
    assert told("city-office")[-1] == "joint.piece_done"
    back = tree.take(done, "send_back", tree.city_office, ground="缺汇总表")
    assert (back.state, back.done_on) == ("open", None)
    assert told("jia")[-1] == "joint.piece_back"


def test_bad_progress_is_refused_and_nothing_written(tree: Tree) -> None:
    piece = tree.piece()
    for percent in (-1, 101, "许多"):
        with pytest.raises(Refusal):
            tree.take(piece, "advance", tree.bai, words="x", percent=percent)
    with pytest.raises(Refusal, match="今天之后"):
        tree.take(piece, "finish", tree.bai, on=dt.date(2026, 3, 3))
    assert not Advance.objects.exists()


def test_a_piece_stays_within_the_topic(tree: Tree) -> None:
    part = tree.joined()
    for day, said in ((dt.date(2026, 7, 1), "晚于课题完成时限"), (dt.date(2026, 3, 1), "已经过去")):
        with pytest.raises(Refusal, match=said):
            tree.take(part, "divide", tree.bai, what="写报告", until=day)
    assert tree.piece(part, until=None).until == UNTIL
    assert not Piece.objects.filter(what="写报告").exists()


def test_whoever_does_it_is_named(tree: Tree) -> None:
    with pytest.raises(Refusal, match="责任人"):
        tree.take(tree.piece(), "assign", tree.bai)


def test_the_leader_moves_the_day_and_all_are_told(tree: Tree) -> None:
    part = tree.joined()
    tree.piece(part, until=dt.date(2026, 5, 20))
    for day, said in ((dt.date(2026, 3, 1), "已经过去"), (dt.date(2026, 5, 1), "入户调查一百户")):
        with pytest.raises(Refusal, match=said):
            tree.take(part.topic, "adjust", tree.city_office, until=day)
    topic = tree.take(part.topic, "adjust", tree.city_office, until=dt.date(2026, 9, 30), words="分两轮。")
    assert (topic.until, topic.words) == (dt.date(2026, 9, 30), "分两轮。")
    assert told("bai")[-1] == "joint.adjusted"
    assert tree.piece(part, until=dt.date(2026, 8, 1)).until == dt.date(2026, 8, 1)
    with pytest.raises(NotAllowed):
        tree.take(topic, "adjust", tree.bai, until=UNTIL)


def test_a_part_ends_with_its_pieces(tree: Tree) -> None:
    part = tree.joined()
    piece = tree.piece(part)
    with pytest.raises(Refusal, match="还有1项分解任务没有完成"):
        tree.take(part, "finish", tree.bai, on=TODAY)
    tree.take(piece, "finish", tree.bai, on=TODAY)
    done = tree.take(part, "finish", tree.bai, on=TODAY, result="形成分报告。")
    assert (done.state, done.finished_on, done.result) == ("done", TODAY, "形成分报告。")
    assert told("city-office")[-1] == "joint.part_done"
    tree.take(piece, "send_back", tree.city_office, ground="再核数")
    done.refresh_from_db()
    assert (done.state, done.finished_on) == ("taking", None)


def test_the_outcome_stands_once(tree: Tree) -> None:
    topic = tree.asked(tree.here, tree.there)
    with pytest.raises(Refusal, match="还没有答复"):
        tree.take(topic, "close", tree.city_office, on=TODAY)
    part = tree.take(tree.part(topic), "accept", tree.bai)
    tree.take(tree.part(topic, tree.there), "accept", tree.far)
    piece = tree.piece(part)
    with pytest.raises(Refusal, match="海州区政协还有1项"):
        tree.take(topic, "close", tree.city_office, on=TODAY)
    tree.take(piece, "drop", tree.bai, ground="并入市级")
    closed = tree.take(topic, "close", tree.city_office, on=TODAY, outcome_words="《调研报告》。")
    assert (closed.state, closed.closed_on) == ("closed", TODAY)
    assert set(Partaking.objects.filter(topic=topic).values_list("state", flat=True)) == {"done"}
    assert "joint.closed" in told("bai")
    assert "joint.closed" in told("far")
    again = tree.take(closed, "reopen", tree.city_office)
    assert (again.state, again.closed_on) == ("open", None)
    assert tree.part(topic, tree.city).state == "taking"


def test_closed_nothing_goes_on(tree: Tree) -> None:
    part = tree.joined()
    tree.take(part.topic, "close", tree.city_office, on=TODAY)
    with pytest.raises(Conflict):
        tree.take(part, "team", tree.bai, people=[tree.member.person_id], duty="member")
    topic = tree.take(part.topic, "reopen", tree.city_office)
    with pytest.raises(Refusal, match="早于设立日期"):
        tree.take(topic, "close", tree.city_office, on=dt.date(2026, 3, 1))


def test_what_was_closed_meanwhile_is_refused(tree: Tree) -> None:
    read = tree.part(tree.joined().topic, tree.city)  # a page that was opened while the topic still went on
    assert read.topic.voided_at is None
    engine.void(Topic.objects.get(), tree.actor(tree.city_office), "登记错了")
    with pytest.raises(Refusal, match="已办结或已作废"):
        tree.take(read, "divide", tree.city_office, what="再做", until=UNTIL)
    assert not Piece.objects.exists()


def test_two_at_once_the_second_is_told(tree: Tree) -> None:
    piece = tree.piece()
    tree.take(piece, "advance", tree.bai, words="甲", percent=10)
    with pytest.raises(Conflict, match="白办"):
        engine.take(piece, "advance", tree.actor(tree.bai), {"words": "乙", "percent": 20}, version=piece.version)


def test_a_voided_topic_is_nobodys(tree: Tree) -> None:
    from lvzhi.joint import queries
    from lvzhi.metrics import periods

    part = tree.joined()
    engine.void(part.topic, tree.actor(tree.city_office), "登记错了")
    year = periods.year(2026)
    for committee in (tree.city, tree.here):
        assert not queries.topics(Scope(committee), year).exists()
    engine.restore(part.topic, tree.actor(tree.city_office))
    assert queries.topics(Scope(tree.here), year).count() == 1
