"""An item goes up the levels with its chain, and all that becomes of it comes down by itself (R2.10, R2.12)."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.deadlines import clock
from lvzhi.files.actions import attach
from lvzhi.files.queries import of as files_of
from lvzhi.files.tests.conftest import upload
from lvzhi.journal.queries import history
from lvzhi.messages.models import Message
from lvzhi.opinions.actions import levels
from lvzhi.opinions.models import Author, Concern, Trace
from lvzhi.opinions.tests.levels.ladder import Ladder
from lvzhi.opinions.tests.newsroom import TODAY
from lvzhi.papers import actions as papers
from lvzhi.papers.models import Dispatch
from lvzhi.workflow import engine
from lvzhi.workflow.todo import todo

KIND = "opinions.concern"


def codes_of(account: Any) -> set[str]:
    return set(Message.objects.filter(account=account).values_list("code", flat=True))


def test_what_is_sent_up_arrives_with_its_chain_authors_and_files(ladder: Ladder, settings: Any, tmp_path: Any) -> None:
    settings.LVZHI_DATA = tmp_path
    item = ladder.checked(urgent=True)
    attach(ladder.actor(ladder.bai), KIND, item.uid, upload("照片.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"))
    (above,) = ladder.risen(item)
    assert (above.state, above.source, above.committee_id, above.urgent) == ("arrived", "below", ladder.city.pk, True)
    assert above.title == item.title
    assert above.situation == ladder.fresh(item).edited
    assert (above.origin_id, above.origin_uid, above.origin_committee) == (item.pk, item.uid, ladder.here)
    (step,) = above.chain
    assert (step["committee"], step["name"], step["authors"]) == ("HZ", "海州区政协", "甲文")
    assert [(row.name, row.person) for row in Author.objects.filter(concern=above)] == [("甲文", None)]
    assert [file.name for file in files_of(KIND, above.uid)] == ["照片.pdf"]
    assert "收到海州区政协报送的信息" in [one.sentence for one in history(KIND, above.uid)]
    assert above.uid in {record.uid for _, record in _todo(ladder, ladder.up)}


def _todo(ladder: Ladder, who: Any) -> list[tuple[str, Any]]:
    return [(line.step.key, line.record) for line in todo(ladder.actor(who))]


def test_signing_for_one_signs_for_the_document_and_all_that_came_with_it(ladder: Ladder) -> None:
    first, second = ladder.checked(title="甲事"), ladder.checked(title="乙事")
    above, beside = ladder.risen(first, second)
    assert ladder.turns(first) == [("sent", "city", "连海市政协")]
    with pytest.raises(NotAllowed):
        ladder.take(above, "receive", ladder.bai)
    above = ladder.take(above, "receive", ladder.up)
    assert (above.state, above.submitted_on) == ("submitted", TODAY)
    assert ladder.fresh(beside).state == "submitted"
    assert Dispatch.objects.get().receipt_by == "尚办"
    assert ladder.turns(first) == ladder.turns(second) == [
        ("sent", "city", "连海市政协"), ("received", "city", "连海市政协"),
    ]  # fmt: skip
    assert "opinions.turn_received" in codes_of(ladder.jia)


def test_signing_for_the_document_signs_for_its_items(ladder: Ladder) -> None:
    (above,) = ladder.risen(ladder.checked())
    papers.receive(Dispatch.objects.get(), ladder.actor(ladder.up), on=TODAY, by="")
    assert ladder.fresh(above).state == "submitted"


def test_it_is_adopted_by_the_city_then_by_the_province_and_the_district_hears_it(ladder: Ladder) -> None:
    item = ladder.checked()
    (city,) = ladder.risen(item)
    ladder.take(city, "receive", ladder.up)
    (province,) = ladder.risen(ladder.edited(city))
    assert ladder.turns(item)[2:] == [("adopted", "city", "连海市政协"), ("sent", "province", "连山省政协")]
    assert [step["committee"] for step in province.chain] == ["HZ", "LH"]
    ladder.take(province, "receive", ladder.sheng)
    paper = ladder.issued(ladder.edited(province))
    comment = ladder.comment(paper)
    until = TODAY + dt.timedelta(days=30)
    ladder.take(comment, "hand_over", ladder.sheng, unit=ladder.traffic.pk, until=until)
    ladder.take(comment, "answer", ladder.wu, answer="已安排。", answered_on=TODAY)
    assert ladder.turns(item)[4:] == [
        ("received", "province", "连山省政协"), ("adopted", "province", "连山省政协"),
        ("commented", "province", "省长张明远"), ("handed", "province", "省交通厅"),
        ("answered", "province", "省交通厅"),
    ]  # fmt: skip
    adopted = Trace.objects.get(concern=item, turn="adopted", level="province")
    assert (adopted.how, adopted.document, adopted.by_committee) == ("single", "社情民意2026年第1期", ladder.province)
    assert adopted.known_by == ["本系统"]
    told = codes_of(ladder.jia)
    assert {"opinions.turn_adopted", "opinions.turn_commented", "opinions.turn_answered"} <= told
    assert "opinions.told_adopted" in codes_of(ladder.bai)
    assert ladder.turns(city)[-1] == ("answered", "province", "省交通厅")


def test_a_merge_above_is_a_collection_to_all_whose_items_went_into_it(ladder: Ladder) -> None:
    mine, other = ladder.checked(title="甲事"), ladder.checked(title="乙事")
    first, second = ladder.risen(mine, other)
    ladder.take(first, "receive", ladder.up)
    ladder.take(second, "merge", ladder.up, main=first.pk)
    (province,) = ladder.risen(ladder.edited(first))
    for item in (mine, other):
        adopted = Trace.objects.get(concern=item, turn="adopted")
        assert (adopted.how, adopted.level) == ("collection", "city")
        assert ladder.turns(item)[-1] == ("sent", "province", "连山省政协")
    assert {row.name for row in Author.objects.live().filter(concern=province)} == {"甲文"}


@pytest.mark.parametrize(
    ("key", "answers", "words"),
    [("keep", {"ground": "已在处理"}, "已在处理"), ("send_back", {"ground": "写明路段"}, "退回补充：写明路段")],
)
def test_what_is_declined_above_is_heard_below_with_its_ground(
    ladder: Ladder, key: str, answers: dict[str, str], words: str
) -> None:
    item = ladder.checked()
    (above,) = ladder.risen(item)
    ladder.take(above, "receive", ladder.up)
    ladder.take(above, key, ladder.up, **answers)
    declined = Trace.objects.live().get(concern=item, turn="declined")
    assert (declined.words, declined.body) == (words, "连海市政协")
    assert "opinions.turn_declined" in codes_of(ladder.jia)
    if key == "keep":
        ladder.take(above, "reconsider", ladder.up)
        assert "declined" not in [turn for turn, _, _ in ladder.turns(item)]


def test_what_was_returned_comes_again_with_the_next_issue_as_the_same_item(ladder: Ladder) -> None:
    item = ladder.checked()
    (above,) = ladder.risen(item)
    ladder.take(above, "receive", ladder.up)
    ladder.take(above, "send_back", ladder.up, ground="写明路段")
    ladder.dispatched(ladder.issued(item), ladder.city)
    assert Concern.objects.filter(origin_uid=item.uid).count() == 1
    again = ladder.fresh(above)
    assert (again.state, again.submitted_on, again.ground) == ("arrived", None, "")
    assert len(again.chain[-1]["sent"]) == 2
    assert "declined" not in [turn for turn, _, _ in ladder.turns(item)]
    assert Author.objects.live().filter(concern=above).count() == 1
    ladder.take(above, "receive", ladder.up)
    assert not Dispatch.objects.filter(receipt_on=None).exists()


def test_the_same_item_in_a_second_issue_is_no_second_item_above(ladder: Ladder) -> None:
    item = ladder.checked()
    (above,) = ladder.risen(item)
    ladder.take(above, "receive", ladder.up)
    ladder.dispatched(ladder.issued(item), ladder.city)
    assert [one.pk for one in Concern.objects.filter(origin_uid=item.uid)] == [above.pk]
    assert ladder.fresh(above).state == "submitted"
    assert [turn for turn, _, _ in ladder.turns(item)] == ["sent", "received", "sent"]


def test_what_is_withdrawn_below_goes_above_while_nobody_has_worked_on_it(ladder: Ladder) -> None:
    item, kept = ladder.checked(title="甲事"), ladder.checked(title="乙事")
    above, used = ladder.risen(item, kept)
    ladder.take(above, "receive", ladder.up)
    ladder.take(used, "select", ladder.up)
    paper = Dispatch.objects.get().paper
    ladder.take(paper, "withdraw", ladder.mi, ground="数字有误")
    assert ladder.fresh(above).state == "withdrawn"
    assert ladder.fresh(used).state == "selected"
    assert "opinions.recalled" in codes_of(ladder.up)
    assert ladder.turns(item) == []
    ladder.dispatched(ladder.issued(item), ladder.city)
    assert ladder.fresh(above).state == "arrived"


def test_one_of_two_issues_withdrawn_leaves_the_item_above(ladder: Ladder) -> None:
    item = ladder.checked()
    (above,) = ladder.risen(item)
    second = ladder.dispatched(ladder.issued(item), ladder.city)
    ladder.take(second, "withdraw", ladder.mi, ground="重复")
    assert ladder.fresh(above).state == "arrived"
    assert len(ladder.fresh(above).chain[-1]["sent"]) == 1


def test_what_is_withdrawn_above_is_withdrawn_all_the_way_down(ladder: Ladder) -> None:
    item = ladder.checked()
    (city,) = ladder.risen(item)
    ladder.take(city, "receive", ladder.up)
    (province,) = ladder.risen(ladder.edited(city))
    ladder.take(province, "receive", ladder.sheng)
    paper = ladder.issued(ladder.edited(province))
    comment = ladder.comment(paper)
    before = ladder.turns(item)
    engine.void(ladder.fresh(comment), ladder.actor(ladder.sheng), "误录")
    assert "commented" not in [turn for turn, _, _ in ladder.turns(item)]
    engine.void(ladder.fresh(paper), ladder.actor(ladder.sheng), "误录")
    assert ("adopted", "province", "连山省政协") not in ladder.turns(item)
    assert "opinions.turn_back" in codes_of(ladder.jia)
    engine.restore(ladder.fresh(paper), ladder.actor(ladder.sheng))
    engine.restore(ladder.fresh(comment), ladder.actor(ladder.sheng))
    assert sorted(ladder.turns(item)) == sorted(before)


def test_a_voided_item_above_takes_back_what_was_told_of_it(ladder: Ladder) -> None:
    item = ladder.checked()
    (above,) = ladder.risen(item)
    ladder.take(above, "receive", ladder.up)
    ladder.take(above, "keep", ladder.up, ground="已在处理")
    engine.void(ladder.fresh(above), ladder.actor(ladder.up), "重复录入")
    assert [turn for turn, _, _ in ladder.turns(item)] == ["sent", "received"]
    engine.restore(ladder.fresh(above), ladder.actor(ladder.up))
    assert ladder.turns(item)[-1] == ("declined", "city", "连海市政协")


def test_nothing_goes_down_aside_or_to_oneself(ladder: Ladder) -> None:
    (city,) = ladder.risen(ladder.checked())
    ladder.take(city, "receive", ladder.up)
    paper = ladder.issued(ladder.edited(city))
    with pytest.raises(Refusal, match="“海州区政协”不是“连海市政协”的上级"):
        ladder.dispatched(paper, ladder.here)
    assert ladder.fresh(paper).state == "issued"
    assert not Dispatch.objects.filter(paper=paper).exists()
    assert ladder.turns(city) == []
    payload = levels.snapshot(ladder.fresh(city))
    for place in (ladder.city, ladder.here, ladder.there):
        with pytest.raises(Refusal, match="不是“连海市政协”的上级，不能接收"):
            levels.arrive(ladder.actor(ladder.up), place, payload)


def test_what_travels_is_json_and_read_with_care(ladder: Ladder) -> None:
    item = ladder.checked()
    payload = json.loads(json.dumps(levels.snapshot(item, levels.Sending(item.uid, TODAY, "第1期"))))
    actor = ladder.actor(ladder.up)
    faults: list[tuple[str, dict[str, Any]]] = [
        ("format", {"format": "x"}), ("uid", {"uid": "7"}), ("title", {"title": " "}), ("title", {"title": "长" * 201}),
        ("hidden", {"hidden": 1}), ("authors", {"authors": ["甲"]}), ("committee", {"committee": None}),
        ("situation", {"situation": "有\0"}), ("chain", {"chain": {}}),
        ("on", {"sending": payload["sending"] | {"on": "5月"}}),
        ("version", {"version": True}),
    ]  # fmt: skip
    for what, change in faults:
        with pytest.raises(Refusal, match=f"来件内容缺少“{what}”或写法不对"):
            levels.arrive(actor, ladder.city, payload | change)
    with pytest.raises(Refusal, match="第9版格式"):
        levels.arrive(actor, ladder.city, payload | {"format_version": 9})
    with pytest.raises(Refusal, match="没有代码为“NO”的政协组织"):
        levels.arrive(actor, ladder.city, payload | {"committee": {"code": "NO", "name": "无", "level": "county"}})
    assert not Concern.objects.filter(committee=ladder.city).exists()
    made = levels.arrive(actor, ladder.city, payload)
    assert made is not None
    again = levels.arrive(actor, ladder.city, payload)
    assert again is not None
    assert again.pk == made.pk
    assert Concern.objects.filter(committee=ladder.city).count() == 1


def test_a_category_unknown_above_is_found_by_its_name_or_is_the_last(ladder: Ladder) -> None:
    item = ladder.checked()
    payload = levels.snapshot(item)
    for given, expected in (
        ({"code": "culture", "name": "文化建设"}, "culture"), ({"code": "x1", "name": "教育"}, "culture"),
        ({"code": "x1", "name": "没有的"}, "other"),
    ):  # fmt: skip
        made = levels.arrive(ladder.actor(ladder.up), ladder.city, payload | {"category": given})
        assert made is not None
        assert made.category == expected
        engine.void(made, ladder.actor(ladder.up), "试")


def test_news_of_an_unknown_item_is_refused_and_old_news_is_not_taken(ladder: Ladder) -> None:
    item = ladder.checked()
    (above,) = ladder.risen(item)
    actor = ladder.actor(ladder.up)
    news = levels.News(
        turn="adopted", level="city", body="连海市政协", on=TODAY, event=above.uid, by="LH", at=actor.at, how="single"
    )
    payload = levels.payload.told(item.uid, "HZ", news)
    with pytest.raises(Refusal, match="不在本系统"):
        levels.heard(actor, payload | {"uid": str(above.committee.uid)})
    with pytest.raises(Refusal, match="缺少“turn”"):
        levels.heard(actor, payload | {"turn": "burnt"})
    assert levels.heard(actor, payload) is not None
    assert levels.heard(actor, payload) is None
    with clock.at(TODAY + dt.timedelta(days=1)):
        later = ladder.actor(ladder.up)
        withdrawn = payload | {"withdrawn": True, "at": later.at.isoformat()}
        assert levels.heard(later, withdrawn) is not None
        assert levels.heard(later, payload) is None
    assert ladder.turns(item) == [("sent", "city", "连海市政协")]
