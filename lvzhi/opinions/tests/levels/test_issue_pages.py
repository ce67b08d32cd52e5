"""Pages of issues and levels: they say where things are, change them, and refuse with a sentence."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.accounts.tests.house import builder, unit
from lvzhi.exchange.letters import read_docx_text
from lvzhi.opinions.models import Concern, Placing, Trace
from lvzhi.opinions.queries import chain
from lvzhi.opinions.tests.levels.ladder import Ladder
from lvzhi.opinions.tests.newsroom import TODAY
from lvzhi.papers import actions as papers
from lvzhi.papers.models import Paper


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def page(ladder: Ladder, who: Any, name: str, *args: Any, query: str = "", status: int = 200) -> str:
    answer = ladder.login(who).get(reverse(f"opinions:{name}", args=args) + query)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def test_an_issue_is_composed_arranged_and_shown(ladder: Ladder) -> None:
    first, second, third = (ladder.checked(title=title) for title in ("甲事", "乙事", "丙事"))
    client = ladder.login(ladder.bai)
    html = client.get(reverse("opinions:compose")).content.decode()
    assert "甲事" in html
    data = {
        "items": [first.pk, second.pk], f"place-{first.pk}": "2", f"place-{second.pk}": "1", "kind": "opinion_issue",
        "title": "", "addressee": "区委、市政协", "once": "k1",
    }  # fmt: skip
    answer = client.post(reverse("opinions:compose"), data)
    paper = Paper.objects.get()
    assert answer.headers["Location"] == reverse("opinions:issue", args=[paper.uid])
    assert client.post(reverse("opinions:compose"), data).status_code == 302
    assert Paper.objects.count() == 1
    html = words(client.get(answer.headers["Location"]).content.decode())
    assert html.index("乙事") < html.index("甲事")
    assert "再编入几篇（待编发1篇）" in html
    order = reverse("opinions:arrange", args=[paper.uid])
    client.post(order, {"item": first.pk, "way": "up"})
    client.post(reverse("opinions:put_in", args=[paper.uid]), {"items": [third.pk]})
    assert [row.concern.title for row in Placing.objects.order_by("place")] == ["甲事", "乙事", "丙事"]
    client.post(reverse("opinions:take_out", args=[paper.uid, second.uid]))
    assert "一、甲事" in ladder.fresh(paper).text
    assert "乙事" not in ladder.fresh(paper).text
    listed = words(page(ladder, ladder.bai, "issues"))
    assert "甲事等2篇" in listed
    assert "未发送" in listed


def test_refusals_stand_on_the_page_with_what_to_do(ladder: Ladder) -> None:
    first, second = ladder.checked(title="甲事"), ladder.checked(title="乙事")
    client = ladder.login(ladder.bai)
    empty = client.post(reverse("opinions:compose"), {"kind": "opinion_issue"})
    assert (empty.status_code, "请至少选择一篇待编发的信息" in empty.content.decode()) == (422, True)
    both = client.post(reverse("opinions:compose"), {"kind": "opinion_special", "items": [first.pk, second.pk]})
    assert (both.status_code, "专报一事一报" in both.content.decode()) == (422, True)
    paper = ladder.composed(first)
    papers.write(paper, ladder.actor(ladder.bai), {"text": paper.text + "\n补一句。"})
    answer = client.post(reverse("opinions:put_in", args=[paper.uid]), {"items": [second.pk]})
    html = answer.content.decode()
    assert (answer.status_code, "正文已经手工改过，系统不会自动覆盖" in html) == (422, True)
    client.post(reverse("opinions:put_in", args=[paper.uid]), {"items": [second.pk], "hand": "keep"})
    assert "补一句。\n\n二、乙事" in ladder.fresh(paper).text


def test_the_printed_issue_has_head_number_contents_items_receivers_and_signer(ladder: Ladder) -> None:
    first, second = ladder.checked(title="甲事"), ladder.checked(title="乙事", hidden=True)
    paper = ladder.dispatched(ladder.issued(first, second), bodies="区委、区政府")
    answer = ladder.login(ladder.bai).get(reverse("opinions:document", args=[paper.uid]))
    text = read_docx_text(b"".join(answer.streaming_content))
    for part in (
        "社情民意", "社情民意2026年第1期", "本期目录", "一、甲事", "二、乙事", "甲事，情况属实。", "（反映人：甲文）",
        "（反映人要求不署名）", "区委", "区政府", "凌导", "2026年5月20日",
    ):  # fmt: skip
        assert part in text, part


def test_the_printed_issue_is_read_by_libreoffice(ladder: Ladder) -> None:
    from io import BytesIO

    from lvzhi.exchange.letters import can_convert, to_pdf, write
    from lvzhi.opinions import letters
    from lvzhi.opinions.queries import turns
    from lvzhi.papers import queries

    if not can_convert():
        pytest.skip("no LibreOffice on this machine")
    paper = Paper.objects.select_related("committee").get(pk=ladder.issued(ladder.checked()).pk)
    target = BytesIO()
    write(letters.compose(paper, turns.placings(paper), queries.dispatches(paper)), target)
    assert to_pdf(target.getvalue()).startswith(b"%PDF")


def test_a_unit_never_learns_who_asked_to_be_hidden(ladder: Ladder) -> None:
    """What the officer of the unit that has it in hand can open: the paper, the document, messages, its history."""
    from lvzhi.messages.models import Message

    item = ladder.checked(hidden=True, title="路灯不亮")
    paper = ladder.dispatched(ladder.issued(item), units=[ladder.works.pk], bodies="区委")
    comment = ladder.comment(paper, post="区长", leader="李强")
    ladder.take(comment, "hand_over", ladder.bai, unit=ladder.works.pk)
    client = ladder.login(ladder.qu)
    seen = client.get(reverse("papers:detail", args=[paper.uid])).content.decode()
    assert "路灯不亮" in seen
    for name in ("papers:document", "opinions:document"):
        answer = client.get(reverse(name, args=[paper.uid]))
        seen += read_docx_text(b"".join(answer.streaming_content))
    seen += client.get(reverse("papers:received")).content.decode()
    seen += str(list(Message.objects.filter(account=ladder.qu).values_list("facts", flat=True)))
    seen += client.get("/").content.decode()
    assert "甲文" not in seen
    for name, args in (
        ("concern", [item.uid]), ("issue", [paper.uid]), ("issues", []), ("arrivals", []), ("sent", []),
    ):  # fmt: skip
        assert client.get(reverse(f"opinions:{name}", args=args)).status_code in (403, 404), name


def test_pages_are_open_to_those_who_read_all_and_changes_to_editors(ladder: Ladder) -> None:
    item = ladder.checked()
    paper = ladder.composed(item)
    for who in (ladder.bai, ladder.mi, ladder.ling, ladder.shen):
        for name, args in (("issues", []), ("arrivals", []), ("sent", []), ("issue", [paper.uid])):
            page(ladder, who, name, *args)
    for who in (ladder.jia, ladder.tu, ladder.far, ladder.qu):
        for name, args in (("issues", []), ("arrivals", []), ("sent", []), ("issue", [paper.uid]), ("compose", [])):
            if who == ladder.far and not args and name != "compose":
                continue  # his own committee's
            if who == ladder.far and name == "compose":
                continue
            assert ladder.login(who).get(reverse(f"opinions:{name}", args=args)).status_code in (403, 404), name
    assert ladder.login(ladder.ling).get(reverse("opinions:compose")).status_code == 403
    answer = ladder.login(ladder.ling).post(reverse("opinions:put_in", args=[paper.uid]), {"items": [item.pk]})
    assert answer.status_code in (403, 422)


def test_the_ladder_says_who_has_it_and_what_comes_next_at_every_turn(ladder: Ladder) -> None:
    item = ladder.checked()

    def now() -> str:
        html = words(page(ladder, ladder.jia, "concern", item.uid))
        return html[html.index("报送和去向") :]

    ladder.issued(item)
    assert "编入社情民意2026年第1期" in now()
    (city,) = ladder.risen(item)
    assert "现在由连海市政协办理，下一步：签收" in now()
    ladder.take(city, "receive", ladder.up)
    assert "现在由连海市政协办理，下一步：筛选、编辑，决定是否采用" in now()
    paper = ladder.issued(ladder.edited(city))
    assert "连海市政协采用（单篇采用） 社情民意2026年第1期" in now()
    comment = ladder.comment(paper, post="市长")
    assert "市长张明远批示" in now()
    works = unit(ladder.city, "市城管局")
    ladder.take(comment, "hand_over", ladder.up, unit=works.pk, until=TODAY + dt.timedelta(days=9))
    assert "现在由市城管局办理，下一步：办理后反馈" in now()
    assert "2026年5月29日前反馈" in now()
    ladder.take(comment, "answer", ladder.up, answer="已修好。", answered_on=TODAY)
    assert "市城管局反馈办理情况" in now()
    assert "已修好。" in now()


def test_a_merged_item_shows_the_ladder_of_its_main_one(ladder: Ladder) -> None:
    main, merged = ladder.sent(title="甲事"), ladder.sent(title="乙事")
    ladder.take(merged, "merge", ladder.bai, main=main.pk)
    ladder.issued(ladder.edited(main))
    (rung,) = chain.rungs(Concern.objects.select_related("committee", "merged_into").get(pk=merged.pk))
    assert [one.what for one in rung.happened] == ["编入社情民意2026年第1期"]


def test_a_turn_is_entered_and_taken_back_on_the_page(ladder: Ladder) -> None:
    item = ladder.checked()
    ladder.issued(item)
    client = ladder.login(ladder.bai)
    step = reverse("opinions:step", args=["concern", item.uid, "note_turn"])
    data = {"turn": "adopted", "level": "province", "body": "省政协", "on": TODAY.isoformat(), "how": "single"}
    assert "已登记，反映人会收到消息" in client.post(step, data, follow=True).content.decode()
    again = words(client.post(step, data | {"body": "连山省政协", "once": "k2"}, follow=True).content.decode())
    assert "再次得知，与2026年5月20日已登记的合并为一条，两个途径都记在上面" in again
    trace = Trace.objects.get(concern=item)
    html = words(page(ladder, ladder.bai, "concern", item.uid))
    assert "得知途径：人工登记、人工登记" in html
    mine = words(page(ladder, ladder.jia, "mine"))
    assert "2026年5月20日 省政协：采用" in mine
    client.post(reverse("opinions:forget", args=[trace.uid]))
    assert not Trace.objects.live().filter(concern=item).exists()
    assert client.post(reverse("opinions:forget", args=[trace.uid])).status_code == 404
    bad = client.post(step, data | {"level": "county"})
    assert (bad.status_code, "层级" in bad.content.decode()) == (422, True)


def test_arrivals_and_sendings_say_what_waits(ladder: Ladder) -> None:
    first, second = ladder.checked(title="甲事"), ladder.checked(title="乙事")
    ladder.dispatched(ladder.issued(first), ladder.city, bodies="区委")
    (above,) = ladder.risen(second)
    assert "待签收" in words(page(ladder, ladder.up, "arrivals"))
    sent = words(page(ladder, ladder.bai, "sent"))
    assert sent.count("待签收") >= 3
    assert "区委" not in words(page(ladder, ladder.bai, "sent", query="?to=连海市政协")).split("标题")[-1]
    ladder.take(above, "receive", ladder.up)
    assert "已签收，待采用" in words(page(ladder, ladder.bai, "sent"))
    ladder.take(above, "keep", ladder.up, ground="已在处理")
    assert "乙事" not in words(page(ladder, ladder.bai, "sent"))
    assert "已有结果" in words(page(ladder, ladder.bai, "sent", query="?only=all"))
    assert "乙事" not in words(page(ladder, ladder.up, "arrivals"))
    assert "乙事" in words(page(ladder, ladder.up, "arrivals", query="?only=all"))


@pytest.mark.parametrize(("name", "who"), [("issues", "bai"), ("sent", "bai"), ("arrivals", "up"), ("compose", "bai")])
def test_a_list_asks_the_same_at_five_and_at_fifty_rows(ladder: Ladder, name: str, who: str) -> None:
    from lvzhi.journal.lines import line

    def more(count: int) -> None:
        with line(builder(), "accounts.test"):
            for number in range(count):
                made = Concern(
                    committee=ladder.here, title=f"第{number}篇", category="society", situation="文", source="member",
                    entered_by="甲", state="checked" if name == "compose" else "issued", state_since=_now(),
                )  # fmt: skip
                made.save()
                paper = Paper(
                    committee=ladder.here, kind="opinion_issue", title=f"第{number}期", state="sent",
                    state_since=_now(), number=f"n{Paper.objects.count()}", dated_on=TODAY,
                )  # fmt: skip
                paper.save()
                if name != "compose":
                    Placing(concern=made, paper=paper, committee=ladder.here).save()
                Trace(
                    concern=made, committee=ladder.here, turn="sent", level="city", body="连海市政协", on=TODAY,
                    by_committee=ladder.here, paper=paper, channels=[{"how": "here", "on": "", "by": ""}],
                ).save()  # fmt: skip
                Concern(
                    committee=ladder.city, title=f"上{number}篇", category="society", situation="文", source="below",
                    entered_by="甲", state="arrived", state_since=_now(), origin=made, origin_uid=made.uid,
                    origin_committee=ladder.here,
                ).save()  # fmt: skip

    def asked() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        client = ladder.login(getattr(ladder, who))
        client.get(reverse(f"opinions:{name}"))
        with CaptureQueriesContext(connection) as told:
            assert client.get(reverse(f"opinions:{name}")).status_code == 200
        return len(told)

    more(5)
    few = asked()
    more(45)
    assert asked() == few


def _now() -> Any:
    from lvzhi.deadlines import clock

    return clock.now()


def test_pages_of_an_issue_and_an_item_ask_few_questions(ladder: Ladder) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    items = [ladder.checked(title=f"第{number}事") for number in range(3)]
    paper = ladder.dispatched(ladder.issued(*items), ladder.city, bodies="区委")
    client = ladder.login(ladder.bai)
    for name, uid in (("issue", paper.uid), ("concern", items[0].uid)):
        address = reverse(f"opinions:{name}", args=[uid])
        client.get(address)
        with CaptureQueriesContext(connection) as told:
            client.get(address)
        assert len(told) <= 15, (name, [one["sql"][:150] for one in told])
