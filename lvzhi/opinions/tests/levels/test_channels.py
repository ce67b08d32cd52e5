"""A turn told by two channels stands once, whichever came first (R2.12)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.journal.queries import history
from lvzhi.messages.models import Message
from lvzhi.opinions.actions import noting
from lvzhi.opinions.models import Concern, Trace
from lvzhi.opinions.tests.levels.ladder import Ladder
from lvzhi.opinions.tests.newsroom import TODAY
from lvzhi.workflow.todo import todo

YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)
TELEPHONE: dict[str, Any] = {
    "turn": "adopted",
    "level": "city",
    "body": "连海市政协",
    "on": TODAY,
    "how": "single",
    "document": "",
    "words": "",
}


def adopted(ladder: Ladder, item: Concern) -> Trace:
    return Trace.objects.live().get(concern=item, turn="adopted")


def risen(ladder: Ladder) -> tuple[Concern, Concern]:
    item = ladder.checked()
    (above,) = ladder.risen(item)
    return item, ladder.edited(ladder.take(above, "receive", ladder.up))


def test_known_by_telephone_first_then_by_the_system(ladder: Ladder) -> None:
    item, above = risen(ladder)
    ladder.take(item, "note_turn", ladder.bai, **TELEPHONE | {"body": "市政协"})
    told = Message.objects.filter(account=ladder.jia, code="opinions.turn_adopted").count()
    ladder.issued(above)
    row = adopted(ladder, item)
    assert row.known_by == ["人工登记", "本系统"]
    assert (row.body, row.document, row.by_committee) == ("连海市政协", "社情民意2026年第1期", ladder.city)
    assert told == 1
    sentences = [one.sentence for one in history("opinions.concern", item.uid)]
    assert "去向“市级采用”由本系统再次得知，与2026年5月20日已登记的合并为一条" in sentences


def test_known_by_the_system_first_then_by_telephone(ladder: Ladder) -> None:
    item, above = risen(ladder)
    ladder.issued(above)
    told = Message.objects.filter(account=ladder.jia, code="opinions.turn_adopted").count()
    ladder.take(item, "note_turn", ladder.bai, **TELEPHONE | {"document": "第1期", "words": "编辑来电"})
    row = adopted(ladder, item)
    assert row.known_by == ["本系统", "人工登记"]
    assert (row.document, row.words) == ("社情民意2026年第1期", "编辑来电")
    assert Message.objects.filter(account=ladder.jia, code="opinions.turn_adopted").count() == told


def test_another_document_another_level_another_body_or_long_after_is_another_turn(ladder: Ladder) -> None:
    item, above = risen(ladder)
    ladder.issued(above)
    others = (
        {"document": "《连海政协信息》第9期"}, {"level": "province", "body": "连山省政协"}, {"body": "市委办公室"},
        {"turn": "commented", "body": "市长王强", "how": ""},
    )  # fmt: skip
    for change in others:
        ladder.take(item, "note_turn", ladder.bai, **TELEPHONE | change)
    assert Trace.objects.live().filter(concern=item, turn__in=["adopted", "commented"]).count() == 5
    rows = Trace.objects.live().filter(concern=item, turn="adopted")
    assert [row.known_by for row in rows][:2] == [["本系统"], ["人工登记"]]


def test_one_leader_is_one_however_the_post_is_written(ladder: Ladder) -> None:
    item, above = risen(ladder)
    paper = ladder.issued(above)
    ladder.comment(paper, post="市长", leader="王大强")
    ladder.take(item, "note_turn", ladder.bai, **TELEPHONE | {"turn": "commented", "body": "王大强市长", "how": ""})
    ladder.take(item, "note_turn", ladder.bai, **TELEPHONE | {"turn": "commented", "body": "李小平市长", "how": ""})
    rows = Trace.objects.live().filter(concern=item, turn="commented").order_by("id")
    assert [(row.body, row.known_by) for row in rows] == [
        ("市长王大强", ["本系统", "人工登记"]), ("李小平市长", ["人工登记"]),
    ]  # fmt: skip


def test_what_its_maker_takes_back_goes_whoever_else_told_of_it(ladder: Ladder) -> None:
    item, above = risen(ladder)
    paper = ladder.issued(above)
    ladder.take(item, "note_turn", ladder.bai, **TELEPHONE)
    ladder.take(paper, "withdraw", ladder.up2, ground="数字有误")
    assert not Trace.objects.live().filter(concern=item, turn="adopted").exists()


def test_what_the_city_knows_by_telephone_the_district_hears(ladder: Ladder) -> None:
    item, above = risen(ladder)
    ladder.issued(above)
    ladder.take(above, "note_turn", ladder.up, **TELEPHONE | {"level": "province", "body": "连山省政协"})
    assert ladder.turns(item)[-1] == ("adopted", "province", "连山省政协")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"level": "county"}, "本级采用由编发一期或专报产生"),
        ({"level": "galaxy"}, "层级"),
        ({"how": ""}, "请选择是单篇采用还是综合采用"),
        ({"on": TOMORROW}, "在今天之后"),
        ({"on": YESTERDAY}, "早于提交日期"),
        ({"until": TOMORROW}, "只有转办才有要求反馈日期"),
        ({"turn": "handed", "until": YESTERDAY}, "早于转办日期"),
        ({"body": ""}, "机关或领导"),
    ],
)
def test_what_cannot_be_is_refused(ladder: Ladder, change: dict[str, Any], sentence: str) -> None:
    item = ladder.checked()
    ladder.issued(item)
    with pytest.raises(Refusal) as caught:
        ladder.take(item, "note_turn", ladder.bai, **TELEPHONE | change)
    assert sentence in caught.value.sentence
    assert not Trace.objects.exists()


def test_only_editors_enter_a_turn_and_only_of_what_is_issued(ladder: Ladder) -> None:
    item = ladder.checked()
    with pytest.raises(Refusal):
        ladder.take(item, "note_turn", ladder.bai, **TELEPHONE)
    ladder.issued(item)
    for who in (ladder.jia, ladder.ling, ladder.far, ladder.up, ladder.qu):
        with pytest.raises(NotAllowed):
            ladder.take(item, "note_turn", who, **TELEPHONE)
    assert "note_turn" not in {line.step.key for line in todo(ladder.actor(ladder.bai))}


def test_what_was_entered_is_taken_back_what_was_told_is_not(ladder: Ladder) -> None:
    item, above = risen(ladder)
    ladder.take(item, "note_turn", ladder.bai, **TELEPHONE)
    actor = ladder.actor(ladder.bai)
    with pytest.raises(NotAllowed):
        noting.forget(ladder.actor(ladder.jia), adopted(ladder, item))
    noting.forget(actor, adopted(ladder, item))
    assert "adopted" not in [turn for turn, _, _ in ladder.turns(item)]
    ladder.issued(above)
    with pytest.raises(Refusal, match="这条去向是连海市政协告知的"):
        noting.forget(actor, adopted(ladder, item))
    with pytest.raises(Refusal, match="来自文书"):
        noting.forget(actor, Trace.objects.get(concern=item, turn="sent"))
