"""Proposals of earlier years: read from Excel and Word, judged row by row, written only when told to."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import docx
import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.committee import actions as places
from lvzhi.deadlines import clock
from lvzhi.directory import actions as directory
from lvzhi.journal.models import Entry
from lvzhi.proposals import past
from lvzhi.proposals.models import (
    Assignment,
    CoSignature,
    Promise,
    Proposal,
    Publication,
    Rating,
    Recommendation,
    Reply,
)
from lvzhi.proposals.tests.people import FORM, TEXT, Town, builder
from lvzhi.proposals.vocabulary.past import HEADINGS

NAMES = {key: label for key, (label, _, _) in HEADINGS.items()}
GOOD: dict[str, Any] = {
    "number": "第0007号", "title": "关于增设社区食堂的提案", "session": "十届二次会议", "proposer": "甲文",
    "cosigners": "乙明", "category": "社会建设", "background": "老人做饭不便。", "analysis": "食堂太少。",
    "recommendations": "增设两处食堂。\n调整补助。", "received_on": dt.date(2025, 3, 11),
    "filed_on": dt.date(2025, 3, 20), "assigned_on": dt.date(2025, 4, 1), "lead_unit": "区民政局",
    "co_units": "区住建局", "answered_on": dt.date(2025, 6, 20), "result_class": "B类",
    "reply": "已选定场地。", "signer": "王局长", "attitude": "满意", "result": "基本满意",
    "rated_on": dt.date(2025, 7, 1), "promise_1": "年内开放两处", "due_1": dt.date(2025, 12, 31), "verdict_1": "履行中",
}  # fmt: skip


def sheet(*rows: dict[str, Any]) -> bytes:
    """A sheet of these rows, by column key."""
    keys = list(dict.fromkeys(key for row in rows for key in row))
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    page = book.add_worksheet()
    for place, key in enumerate(keys):
        page.write(0, place, NAMES[key])
        for number, row in enumerate(rows, 1):
            value = row.get(key)
            if isinstance(value, dt.date):
                page.write_datetime(number, place, dt.datetime(value.year, value.month, value.day))
            elif value is not None:
                page.write(number, place, value)
    book.close()
    return target.getvalue()


@pytest.fixture
def old(town: Town) -> Town:
    """The town with last year's session on record."""
    places.add_session(
        builder(), town.here.terms.get(), number=2, opens=dt.date(2025, 3, 10), closes=dt.date(2025, 3, 13),
        window_from=dt.date(2025, 2, 1), window_until=dt.date(2025, 3, 12),
    )  # fmt: skip
    return town


def look(town: Town, data: bytes, name: str = "台账.xlsx") -> past.Brought:
    return past.finished(past.look(town.actor(town.ding), town.here, data, name))


def bring(town: Town, data: bytes, name: str = "台账.xlsx", **options: Any) -> past.Brought:
    return past.finished(past.bring(town.actor(town.ding), town.here, data, name, **options))


def told(result: past.Brought) -> str:
    return "\n".join(one.sentence for one in result.findings)


def test_a_row_becomes_a_finished_proposal_with_answer_and_promise(old: Town) -> None:
    result = bring(old, sheet(GOOD))
    assert (result.written, result.bad, result.errors) == (1, 0, []), told(result)
    made = Proposal.objects.get()
    assert (made.state, made.number, made.round, made.result_class) == ("closed", "第0007号", 1, "B")
    assert made.session is not None
    assert (made.session.number, made.track, made.member) == (2, "session", old.members[old.jia.pk])
    assert (made.brought_in_by, made.source) == ("丁宁", "台账.xlsx 第2行")
    assert made.serial == "历2025-0001"
    assert [row.text for row in Recommendation.objects.order_by("number")] == ["增设两处食堂。", "调整补助。"]
    assert CoSignature.objects.get().state == "signed"
    assert sorted(Assignment.objects.values_list("unit__name", "role", "state")) == [
        ("区住建局", "co", "done"), ("区民政局", "lead", "done"),
    ]  # fmt: skip
    reply = Reply.objects.get()
    assert (reply.text, reply.answered_on, reply.signer) == ("已选定场地。", dt.date(2025, 6, 20), "王局长")
    assert Rating.objects.get().result == "basically"
    promise = Promise.objects.get()
    assert (promise.state, promise.promised_for, promise.unit) == ("open", dt.date(2025, 12, 31), old.civil)
    events = list(Entry.objects.filter(event__endswith="bring_in").values_list("event", flat=True))
    assert "proposals.proposal.bring_in" in events
    assert Entry.objects.get(event="proposals.past").facts["count"] == 1


def test_its_promise_wakes_for_the_look_back(old: Town) -> None:
    bring(old, sheet(GOOD))
    promise = Promise.objects.select_related("proposal", "unit").get()
    done = old.take(promise, "look_back", old.ding, verdict="kept", finding="两处食堂已开放。")
    assert done.state == "kept"


def test_it_counts_in_the_figures_of_its_own_year(old: Town) -> None:
    from lvzhi.committee.scope import Scope
    from lvzhi.metrics import compute, registry
    from lvzhi.metrics.periods import parse_period

    bring(old, sheet(GOOD))
    keys = ("received", "filed", "answered_rate", "satisfaction")
    figures = [registry.figure(f"proposals.{key}") for key in keys]
    scope = Scope(old.here)
    found = {year: [one.value for one in compute.book(figures, scope, parse_period(year, old.here)).values()]
             for year in ("2025", "2026")}  # fmt: skip
    assert found == {"2025": [1, 1, 100, 100], "2026": [0, 0, None, None]}


def test_a_look_writes_nothing(old: Town) -> None:
    result = look(old, sheet(GOOD))
    assert (result.ready, result.replies, result.promises, result.written) == (1, 1, 1, 0)
    assert not Proposal.objects.exists()


def test_the_second_time_rows_are_known(old: Town) -> None:
    bring(old, sheet(GOOD))
    result = look(old, sheet(GOOD))
    assert (result.ready, result.known, result.bad) == (0, 1, 0)
    with pytest.raises(Refusal, match="没有可以导入的行"):
        bring(old, sheet(GOOD))
    assert Proposal.objects.count() == 1


BAD: tuple[tuple[dict[str, Any], str], ...] = (
    ({"title": None}, "“案由”列未填写"),
    ({"proposer": None}, "“提案者”列未填写"),
    ({"received_on": "2025-02-31"}, "“收件日期”列“2025-02-31”不存在"),
    ({"received_on": dt.date(2018, 3, 1), "session": None}, "没有登记2018-03-01所在的届次"),
    ({"session": "九届八次会议"}, "没有登记“九届八次会议”"),
    ({"session": "去年那次"}, "看不出是第几届第几次会议"),
    ({"session": "十届三次会议"}, "是本次会议"),
    ({"filed_on": dt.date(2025, 3, 1)}, "“立案日期”2025-03-01早于收件日期2025-03-11"),
    ({"rated_on": dt.date(2099, 1, 1)}, "“评价日期”2099-01-01晚于今天"),
    ({"number": None}, "“案号”未填写"),
    ({"category": "天文"}, "“天文”不是2025年使用的提案类别"),
    ({"category": None}, "“类别”未填写"),
    ({"outcome": "不清楚"}, "“不清楚”不在可选范围内"),
    ({"outcome": "不予立案"}, "不予立案的提案不应有主办单位"),
    ({"kind": "外国提案"}, "不是提案者类型"),
    ({"lead_unit": "区民正局"}, "是否应为“区民政局”？"),
    ({"co_units": "区民政局"}, "既是主办又是会办"),
    ({"lead_unit": None}, "“主办单位”有答复，但没有填写主办单位"),
    ({"answered_on": None, "promise_1": None, "due_1": None, "verdict_1": None}, "没有填写答复日期"),
    ({"result_class": None}, "没有填写办理结果"),
    ({"result_class": "E"}, "“E”不是2025年使用的办理结果类别"),
    ({"attitude": None}, "态度和结果的评价须同时填写"),
    ({"result": "马马虎虎"}, "不是评价等级"),
    ({"rated_on": None}, "没有填写评价日期"),
    ({"due_1": None}, "没有填写兑现日期"),
    ({"due_1": dt.date(2025, 6, 1)}, "应晚于答复日期"),
    ({"promise_1": None}, "没有写承诺事项"),
    ({"verdict_1": "大概吧"}, "“大概吧”不在可选范围内"),
    ({"verdict_1": "已兑现"}, "已核查的承诺须填写核查日期"),
    ({"title": "长" * 201}, "有201字，超过200字"),
)


def many(count: int) -> list[dict[str, Any]]:
    """Good rows, each another proposal."""
    numbers = range(1, count + 1)
    return [GOOD | {"number": f"第{place:04d}号", "title": f"关于第{place}个食堂的提案"} for place in numbers]


def test_each_of_thirty_bad_rows_has_its_sentence_and_nothing_is_lost(old: Town) -> None:
    good = many(70)
    bad = [GOOD | {"number": f"第{900 + place}号", "title": f"关于第{900 + place}个难题的提案"} | change
           for place, (change, _) in enumerate(BAD)]  # fmt: skip
    data = sheet(*good, *bad)
    result = look(old, data)
    assert len(BAD) == 30
    assert (result.lines, result.ready, result.bad) == (100, 70, 30)
    for place, (_, words) in enumerate(BAD, 72):
        own = [one.sentence for one in result.errors if one.order == place]
        assert any(sentence.startswith(f"第{place}行") and words in sentence for sentence in own), (place, words, own)
    assert "{" not in told(result)
    with pytest.raises(Refusal, match="有30行不能导入"):
        bring(old, data)
    assert not Proposal.objects.exists()
    assert bring(old, data, good_only=True).written == 70
    assert Proposal.objects.count() == 70
    assert Entry.objects.get(event="proposals.past").facts["bad"] == 30


def test_progress_is_told_and_giving_up_writes_nothing(old: Town) -> None:
    steps = past.bring(old.actor(old.ding), old.here, sheet(*many(12)), "台账.xlsx")
    phases = [next(steps) for _ in range(6)]
    assert phases[0][0] == "judging"
    assert phases[-1] == ("writing", 5, 12)
    steps.close()
    assert not Proposal.objects.exists()


def test_a_number_twice_and_a_number_taken(old: Town) -> None:
    bring(old, sheet(GOOD))
    other = GOOD | {"title": "关于别的事情的提案"}
    twice = [GOOD | {"number": "第0020号", "title": f"关于事情{place}的提案", "serial": "旧1"} for place in (1, 2)]
    words = told(look(old, sheet(other, *twice)))
    assert "第0007号已是《关于增设社区食堂的提案》的案号" in words
    assert "第4行“案号”与第3行的案号相同" in words
    assert "第4行“收件号”与第3行的收件号相同" in words


def test_what_rosters_no_longer_know_stays_as_a_name(old: Town) -> None:
    rows = [
        GOOD | {"proposer": "已离任", "cosigners": "也离任"},
        GOOD | {"number": "第8号", "title": "关于集体的提案", "proposer": "区工商联", "kind": "团体提案"},
        GOOD | {"number": "", "title": "关于未立案的提案", "outcome": "不予立案", "grounds": "属于信访事项",
                "route": "转作意见或建议"} | dict.fromkeys(
            ("filed_on", "assigned_on", "lead_unit", "co_units", "answered_on", "result_class", "reply", "attitude",
             "result", "rated_on", "promise_1", "due_1", "verdict_1", "signer")),
    ]  # fmt: skip
    result = bring(old, sheet(*rows))
    assert "委员名册中没有“已离任”" in told(result)
    first, second, third = Proposal.objects.order_by("id")
    assert (first.proposer, first.member) == ("已离任", None)
    assert (second.collective, second.organ, second.proposer_type) == (True, None, "federation")
    assert (third.state, third.route, third.outcome) == ("not_filed", "advice", "advice")
    client = old.login(old.ding)
    for one in (first, second, third):
        assert client.get(f"/proposals/{one.uid}/").status_code == 200


def test_an_open_promise_of_a_merged_unit_is_its_heirs(old: Town) -> None:
    on = clock.today() - dt.timedelta(days=30)
    directory.succeed(builder(), [old.civil], [old.housing], on=on, how="merged", ground="机构改革")
    result = bring(old, sheet(GOOD | {"co_units": None}))
    assert "承诺改由区住建局承担" in told(result)
    assert Promise.objects.get().unit == old.housing
    assert Assignment.objects.get().unit == old.civil


def test_what_a_merged_unit_still_has_and_owes_goes_to_its_heir(old: Town) -> None:
    bring(old, sheet(GOOD | {"co_units": None}))
    assigned = old.assigned()
    directory.succeed(builder(), [old.civil], [old.housing], on=clock.today(), how="merged", ground="机构改革")
    assert Promise.objects.get().unit == old.housing
    assert Reply.objects.get().assignment.unit == old.civil
    row = Assignment.objects.select_related("unit", "proposal").get(proposal=assigned)
    assert (row.unit, row.proposal.lead_unit) == (old.housing, old.housing)
    assert old.take(row, "sign", old.geng).state == "signed"


def test_similar_texts_of_earlier_years_come_with_answer_and_promise(old: Town) -> None:
    answer = "已选定两处场地，" + "正在办理有关手续，" * 20 + "年底前开放。"
    kept = {"promise_1": "年底前开放两处食堂", "verdict_1": "已兑现", "checked_1": dt.date(2026, 1, 20)}
    asked = {"title": "关于完善社区食堂的提案", "recommendations": "\n".join(TEXT["recommendations"])}
    bring(old, sheet(GOOD | kept | asked | {"reply": answer}))
    shown = old.login(old.jia).post(reverse("proposals:near_text"), FORM).content.decode()
    for words in (
        "〔历史导入〕关于完善社区食堂的提案", "十届二次会议", "在老旧小区增设社区食堂", "B类 正在解决或列入计划解决",
        "2025年6月20日", "区民政局承诺", "年底前开放两处食堂", "已兑现", "已选定两处场地，正在办理有关手续",
    ):  # fmt: skip
        assert words in shown, words
    stranger = old.login(old.bing)
    assert "另有1件相近的提案没有公开" in stranger.post(reverse("proposals:near_text"), FORM).content.decode()
    proposal = Proposal.objects.get()
    old.take(proposal, "publish", old.ding)
    row = Publication.objects.select_related("proposal").get()
    old.take(row, "propose", old.ding, form="full", redactions="正在办理有关手续")
    old.take(Publication.objects.select_related("proposal").get(), "approve", old.ji)
    public = stranger.post(reverse("proposals:near_text"), FORM).content.decode()
    assert "已选定两处场地" in public
    assert "正在办理有关手续" not in public
    assert reverse("proposals:publication", args=[row.uid]) in public


def word(*lines: str) -> bytes:
    """A Word file of these paragraphs."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


WORD = (
    "关于改造农贸市场的提案", "案号：第0031号", "会次：十届二次", "提案者：甲文", "收件日期：2025年3月11日",
    "立案日期：2025-03-20", "类别：社会建设", "一、背景情况", "市场年久失修。", "二、问题分析", "排水不畅。",
    "三、具体建议", "改造排水。", "四、主办单位：区住建局", "答复日期：2025年6月1日", "办理结果：B", "办理答复：",
    "已列入计划。", "明年开工。",
    "承诺事项：完成排水改造", "兑现日期：2026-06-30",
)  # fmt: skip


def packed(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def test_word_files_say_their_parts_and_facts_themselves(old: Town) -> None:
    files = {"2025/农贸市场.docx": word(*WORD), "2025/空.txt": b"  ", "2025/缺项.txt": "没有标题的文字。".encode()}
    result = look(old, packed(**files), "历史.zip")
    words = told(result)
    assert (result.lines, result.ready, result.bad) == (3, 1, 2), words
    assert "2025/空.txt" in words
    assert "《2025/缺项.txt》“提案者”未填写" in words
    bring(old, packed(**files), "历史.zip", good_only=True)
    made = Proposal.objects.get()
    assert (made.title, made.background, made.analysis) == (WORD[0], "市场年久失修。", "排水不畅。")
    assert Recommendation.objects.get().text == "改造排水。"
    assert Reply.objects.get().text == "已列入计划。\n明年开工。"
    assert Promise.objects.get().text == "完成排水改造"
    assert made.source == "历史.zip 《2025/农贸市场.docx》"


def test_a_register_goes_before_what_the_files_say(old: Town, tmp_path: Any) -> None:
    row = GOOD | {"file": "食堂", "title": "", "background": "", "analysis": "", "recommendations": ""}
    lost = GOOD | {"file": "不在.docx", "number": "第9号", "title": "关于找不到的提案"}
    text = "关于食堂的旧提案\n背景情况\n旧背景。\n具体建议\n旧建议。".encode("gb18030")
    (tmp_path / "食堂.txt").write_bytes(text)
    (tmp_path / "目录.xlsx").write_bytes(sheet(row, lost))
    actor = old.actor(old.ding)
    result = past.finished(past.look(actor, old.here, tmp_path, "文件夹"))
    assert "《目录.xlsx》第3行“文件”压缩包（文件夹）中没有名为“不在.docx”的文件" in told(result)
    past.finished(past.bring(actor, old.here, tmp_path, "文件夹", good_only=True))
    made = Proposal.objects.get()
    assert (made.title, made.background, made.number) == ("关于食堂的旧提案", "旧背景。", "第0007号")


def test_only_the_clerk_brings_in(old: Town) -> None:
    for account in (old.jia, old.xin, old.far_clerk):
        with pytest.raises(NotAllowed):
            past.finished(past.look(old.actor(account), old.here, sheet(GOOD), "台账.xlsx"))


def sent(answer: Any) -> str:
    """The whole of a page that is sent in pieces."""
    return b"".join(answer.streaming_content).decode()


def test_the_clerk_uploads_looks_and_brings_the_good_rows_in(old: Town) -> None:
    client = old.login(old.ding)
    assert "历史提案导入" in client.get(reverse("proposals:board")).content.decode()
    file = SimpleUploadedFile("台账.xlsx", sheet(*many(3), GOOD | {"number": "第99号", "result_class": "E"}))
    to = client.post(reverse("proposals:past"), {"file": file})["Location"]
    shown = sent(client.get(to))
    assert "有1行不能导入" in shown
    assert "正在检查" in shown
    assert "第5行“办理结果”“E”不是2025年使用的办理结果类别" in shown
    assert shown.rstrip().endswith("</html>")
    assert not Proposal.objects.exists()
    listed = b"".join(client.get(to + "findings.csv").streaming_content).decode("utf-8-sig")
    assert "第5行,不能导入" in listed
    assert "有1行不能导入，没有写入任何提案" in sent(client.post(to))
    done = sent(client.post(to, {"good_only": "1"}))
    assert "正在写入" in done
    assert "已导入3件历史提案" in done
    assert client.get(to).status_code == 404
    library = client.get(reverse("proposals:list"), {"only": "past"}).content.decode()
    assert "〔历史导入〕关于第3个食堂的提案" in library
    page = client.get(reverse("proposals:past")).content.decode()
    assert "十届二次会议" in page
    detail = client.get(reverse("proposals:detail", args=[Proposal.objects.latest("pk").uid])).content.decode()
    assert "从“台账.xlsx 第4行”导入" in detail


def test_the_template_comes_back_as_it_was_given(old: Town) -> None:
    client = old.login(old.ding)
    data = b"".join(client.get(reverse("proposals:past_template")).streaming_content)
    with pytest.raises(Exception, match="没有数据行"):
        look(old, data, "模板.xlsx")


def test_pages_of_the_import_are_the_clerks(old: Town) -> None:
    for account in (old.jia, old.wu, old.xin):
        assert old.login(account).get(reverse("proposals:past")).status_code == 403
