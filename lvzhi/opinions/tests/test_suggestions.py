"""Citizens' small suggestions: off until opened, few from one place, nothing personal shown, taken up as an item."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lvzhi.access import Missing, NotAllowed, Refusal, Refusals
from lvzhi.journal.models import Entry, Private
from lvzhi.norms.actions import set_value
from lvzhi.opinions.actions import suggesting
from lvzhi.opinions.models import Concern, Suggestion
from lvzhi.opinions.tests.newsroom import TODAY, Newsroom
from lvzhi.workflow import engine

TEXT = "菜场门口的井盖松了，请加固。"
PATH = "/opinions/suggest/HZ/"
GIVEN = {"text": TEXT, "place": "东关菜场", "name": "老冯", "phone": "13900001111", "not_secret": "on"}


def opened(room: Newsroom, **more: Any) -> None:
    for key, value in ({"suggestions_open": True} | more).items():
        set_value(room.actor(room.mi), room.here, f"opinions.{key}", value, starts=TODAY, ground="通知")


def offered(room: Newsroom, **changed: Any) -> Suggestion:
    """One offered, the page opened before."""
    opened(room)
    return suggesting.offer(room.here, GIVEN | changed, address="198.51.100.7")


def test_closed_it_is_not_there(room: Newsroom) -> None:
    for path in (PATH, f"{PATH}shown/", "/opinions/suggest/JB/", "/opinions/suggest/NIRGENDS/"):
        assert Client().get(path).status_code == 404
    assert Client().post(f"{PATH}ticket/", {"ticket": "A"}).status_code == 404
    with pytest.raises(Missing):
        suggesting.offer(room.here, GIVEN, address="")
    assert not Suggestion.objects.exists()


def test_offered_without_login_and_found_again_by_its_code(room: Newsroom) -> None:
    opened(room)
    client = Client()
    page = client.get(PATH).content.decode()
    assert "严禁处理涉密信息" in page
    for _ in range(2):  # a double click
        page = client.post(PATH, GIVEN | {"once": "s1"}).content.decode()
    made = Suggestion.objects.get()
    assert (made.state, made.offered_on) == ("waiting", TODAY)
    assert made.ticket in page
    assert re.fullmatch(r"([A-Z2-9]{4}-){2}[A-Z2-9]{4}", made.ticket)
    assert "正在审核" in client.post(f"{PATH}ticket/", {"ticket": made.ticket.lower()}).content.decode()
    unknown = client.post(f"{PATH}ticket/", {"ticket": "AAAA-BBBB-CCCC"})
    assert (unknown.status_code, "没有查到这个查询码" in unknown.content.decode()) == (422, True)
    assert TEXT not in client.get(f"{PATH}shown/").content.decode()


def test_the_page_works_without_scripting(room: Newsroom) -> None:
    opened(room)
    page = Client().get(PATH).content.decode()
    assert 'method="post"' in page
    assert "hx-" not in page


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"text": "  "}, "text", ""), ({"text": "长" * 301}, "text", "您的建议301字，超过上限300字"),
        ({"phone": "无"}, "phone", "不是电话号码"), ({"not_secret": ""}, "not_secret", ""),
    ],
)  # fmt: skip
def test_bad_input_is_said_at_its_field(room: Newsroom, changed: dict[str, str], field: str, said: str) -> None:
    opened(room)
    answer = Client().post(PATH, GIVEN | changed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in page
    assert said in page
    assert "老冯" in page
    assert not Suggestion.objects.exists()


def test_few_a_day_from_one_place_and_no_address_is_kept(room: Newsroom) -> None:
    opened(room, suggestions_daily=2)
    first, other = Client(REMOTE_ADDR="198.51.100.7"), Client(REMOTE_ADDR="198.51.100.8")
    for number in range(2):
        assert first.post(PATH, GIVEN | {"once": f"a{number}"}).status_code == 200
    refused = first.post(PATH, GIVEN | {"once": "a3"})
    assert (refused.status_code, "请明天再提" in refused.content.decode()) == (422, True)
    assert other.post(PATH, GIVEN | {"once": "b1"}).status_code == 200
    assert Suggestion.objects.count() == 3
    kept = "".join(
        f"{row.address}{row.changes}{row.facts}" for row in Entry.objects.filter(event__startswith="opinions.sug")
    )
    assert "198.51.100" not in kept + "".join(Suggestion.objects.values_list("mark", flat=True))


def test_nothing_of_the_person_stands_in_the_journal_in_clear(room: Newsroom) -> None:
    made = offered(room)
    kept = "".join(f"{row.changes}{row.facts}{row.subject_title}" for row in Entry.objects.all())
    for word in (TEXT, "老冯", "东关菜场", "13900001111", made.ticket):
        assert word not in kept
    assert str(made.phone) != "13900001111"


def test_shown_with_its_reply_and_without_the_person(room: Newsroom) -> None:
    made = offered(room)
    room.take(made, "show", reply="城管局已加固。")
    page = Client().get(f"{PATH}shown/").content.decode()
    assert TEXT in page
    assert "城管局已加固。" in page
    for word in ("老冯", "东关菜场", "1390000", "1111"):
        assert word not in page


def test_what_holds_a_number_of_somebody_is_not_shown(room: Newsroom) -> None:
    made = offered(room, text="邻居电话13800002222，请联系。")
    with pytest.raises(Refusal, match="不能公开"):
        room.take(made, "show", reply="好")
    assert room.take(made, "refuse", reply="已电话联系").state == "refused"


def test_taken_up_it_is_an_item_of_the_public(room: Newsroom) -> None:
    made = offered(room)
    with pytest.raises(Refusals):
        room.take(made, "take", title="井盖松动", category="society", reply="已采纳")
    done = room.take(
        made, "take", title="菜场门口井盖松动", category="society", reply="已采纳", not_secret="on"
    )  # fmt: skip
    concern = Concern.objects.get()
    assert (done.state, done.concern) == ("taken", concern)
    assert (concern.state, concern.source, concern.situation) == ("submitted", "public", TEXT)
    assert [(row.name, row.unit) for row in concern.authors.all()] == [("老冯", "东关菜场")]
    assert room.take(concern, "select", room.bai).state == "selected"
    page = Client().post(f"{PATH}ticket/", {"ticket": made.ticket}).content.decode()
    assert "已转为信息" in page
    assert "已采纳" in page


def test_erased_words_are_gone_everywhere(room: Newsroom) -> None:
    made = offered(room)
    room.take(made, "refuse", reply="内容不宜在此处理", erase="on")
    made.refresh_from_db()
    assert (made.text, made.name, made.place, made.phone.reveal()) == ("", "", "", "")
    assert not Private.objects.filter(uid=made.uid).exists()
    assert "内容已清除" in room.login(room.bai).get(f"/opinions/suggestion/{made.uid}/").content.decode()


def test_each_step_from_each_state(room: Newsroom) -> None:
    answers: dict[str, dict[str, Any]] = {
        "take": {"title": "井盖", "category": "society", "reply": "好", "not_secret": "on"}, "show": {"reply": "好"},
        "answer": {"reply": "好"}, "refuse": {"reply": "好"},
    }  # fmt: skip
    opened(room)
    from lvzhi.access import Conflict
    from lvzhi.opinions.workflow import WORKFLOWS

    ways: dict[str, tuple[str, ...]] = {"waiting": (), "shown": ("show",), "taken": ("take",), "refused": ("refuse",)}
    for state, way in ways.items():
        for step in WORKFLOWS["suggestion"].steps:
            made = suggesting.offer(room.here, GIVEN, address=f"{state}{step.key}")
            for key in way:
                made = room.take(made, key, **answers[key])
            if state in step.frm:
                assert room.take(made, step.key, **answers[step.key]).state == (step.to[0] if step.to else state)
            else:
                with pytest.raises(Conflict):
                    room.take(made, step.key, **answers[step.key])


def test_who_moderates_and_who_reads(room: Newsroom) -> None:
    made = offered(room)
    path = f"/opinions/suggestion/{made.uid}/"
    for name, status in (("bai", 200), ("ling", 200), ("jia", 404), ("tu", 404), ("far", 404)):
        assert room.login(room.everyone[name]).get(path).status_code == status
    for name in ("ling", "jia", "far"):
        with pytest.raises(NotAllowed):
            engine.take(Suggestion.objects.get(), "show", room.actor(room.everyone[name]), {"reply": "好"})
    assert "13900001111" not in room.login(room.bai).get(path).content.decode()
    assert "13900001111" in room.login(room.bai).post(f"{path}phone/").content.decode()
    assert Entry.objects.filter(event="opinions.suggestion_phone").count() == 1
    assert room.login(room.ling).post(f"{path}phone/").status_code == 403
    assert room.login(room.jia).get("/opinions/suggestions/").status_code == 403


def test_the_list_costs_the_same_at_5_and_at_50(room: Newsroom) -> None:
    opened(room)
    client = room.login(room.bai)

    def cost() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get("/opinions/suggestions/").status_code == 200
        return len(found)

    for number in range(5):
        suggesting.offer(room.here, GIVEN, address=f"{number}")
    cost()
    few = cost()
    for number in range(45):
        suggesting.offer(room.here, GIVEN, address=f"又{number}")
    assert cost() == few
    page = client.get("/opinions/suggestions/?state=waiting").content.decode()
    assert "微建议" in page
    assert "还没有公众微建议" in client.get("/opinions/suggestions/?state=shown").content.decode()


def test_a_mis_entry_is_voided(room: Newsroom) -> None:
    made = room.take(offered(room), "show", reply="好")
    client = room.login(room.bai)
    client.post(f"/opinions/suggestion/{made.uid}/void/", {"ground": "测试"})
    assert TEXT not in Client().get(f"{PATH}shown/").content.decode()
    client.post(f"/opinions/suggestion/{made.uid}/restore/")
    assert TEXT in Client().get(f"{PATH}shown/").content.decode()
