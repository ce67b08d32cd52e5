"""Handling units judged by a rule set of their own (R1.110), the same way as members."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

from django.urls import reverse

from lvzhi.evaluation import actions, notices, queries
from lvzhi.evaluation.models import Objection, Result
from lvzhi.evaluation.reckoning import Block, Grade, Item
from lvzhi.evaluation.tests.court import TODAY, Court, refused
from lvzhi.evaluation.vocabulary.states import LineSort
from lvzhi.exchange.letters import read_docx_text
from lvzhi.messages.models import Message


def unit_rules(court: Court) -> None:
    """100 to start from: −0.2 for a dissatisfied rating, +1 for an answer in time, −1 for a hand-over returned."""
    found = court.blank(subject="unit", name="承办单位考核办法")
    court.put(found, "blocks", Block(number=0, name="办理", start=Decimal(100), cap=Decimal(120)))
    court.put(
        found, "items",
        Item(number=0, block=1, name="提案人不满意", kinds=("units.rated",), points=Decimal("-0.2"),
             filters=(("result", frozenset({"dissatisfied"})),)),
        Item(number=0, block=1, name="按期答复", kinds=("units.in_time",), points=Decimal(1)),
        Item(number=0, block=1, name="超期答复", kinds=("units.late",), points=Decimal(-1)),
    )  # fmt: skip
    court.put(found, "grades", Grade(number=0, name="优秀", least=Decimal(101)),
              Grade(number=0, name="合格", below=Decimal(101)))  # fmt: skip
    court.adopted(queries.one(court.actor(court.bai), found.uid))


def test_units_are_judged_by_what_they_answered_and_how_it_was_rated(court: Court) -> None:
    with refused("evaluation.no_rules"):
        court.run(subject="unit")
    unit_rules(court)
    court.closed()
    answered = court.answered()
    court.take(answered, "rate", court.jia, attitude="satisfied", result="dissatisfied", reason="没有解决")
    run = court.run(subject="unit")
    actions.reckon_run(run, court.actor(court.bai))
    row = Result.objects.get(evaluation=run, unit=court.civil)
    assert row.total == Decimal("101.8")  # 100 + 1 + 1 − 0.2
    assert row.grade == "优秀"
    page = court.page(court.bai, "result", row.uid)
    assert "按期答复" in page
    assert "扣0.2分（1. 提案人不满意）" in page
    run = court.until(run, "views", "check", "submit", "decide")
    page = court.page(court.bai, "run", run.uid).split("<main")[1].split("办理记录")[0]
    assert all(words in page for words in ("单位自评", "征求意见", "向承办单位发反馈函", "全部反馈函"))
    assert not any(words in page for words in ("述职", "初评", "委员"))
    letter = court.post(court.bai, reverse("evaluation:letter", args=[row.uid]))
    said = read_docx_text(io.BytesIO(b"".join(letter.streaming_content)))
    assert "关于反馈" in said
    assert "提案承办单位考核结果的函" in said
    assert f"{court.civil.name}：" in said
    assert not any(words in said for words in ("委员", "同志", "所在单位", "评先评优"))


def test_who_answers_for_a_unit_reads_its_result_and_objects_and_nobody_elses(court: Court) -> None:
    unit_rules(court)
    court.answered()
    run = court.run(subject="unit")
    notices.tell_begun(run)
    assert Message.objects.filter(account=court.wu, code="evaluation.account_wanted").count() == 1
    run = court.until(run, "views", "check", "submit", "decide")
    row = Result.objects.get(evaluation=run, unit=court.civil)
    assert queries.result_address(row) in court.page(court.wu, "mine")
    page = court.page(court.wu, "result", row.uid)
    assert "按期答复" in page
    court.page(court.jia, "result", row.uid, status=404)
    court.page(court.geng, "result", row.uid, status=404)
    mark = next(one["mark"] for one in row.lines if one["sort"] == LineSort.FACT)
    address = reverse("evaluation:object", args=[row.uid]) + f"?mark={mark}"
    assert court.post(court.geng, address, text="收件日期有误").status_code == 404
    assert court.post(court.wu, address, text="收件日期有误").status_code == 302
    assert Objection.objects.get(result=row).mark == mark


def test_a_page_asks_no_more_with_more_people(court: Court, django_assert_max_num_queries: Any) -> None:
    run = court.decided()
    row = court.of(run, "jia")
    member, office = court.login(court.jia), court.login(court.bai)
    with django_assert_max_num_queries(18):
        member.get(queries.result_address(row))
    with django_assert_max_num_queries(18):
        office.get(queries.run_address(run))


def test_reckoning_asks_no_more_with_more_people(court: Court, django_assert_max_num_queries: Any) -> None:
    from lvzhi.evaluation.queries.running import reckoned

    run = court.run()
    with django_assert_max_num_queries(12):
        assert len(reckoned(run)) == Result.objects.filter(evaluation=run).count()


def test_last_years_rules_give_last_years_result_again(court: Court) -> None:
    run = court.decided()
    kept = [(row.pk, row.lines, row.total, row.grade) for row in Result.objects.filter(evaluation=run)]
    newer = court.drafted(name="次年", year=TODAY.year + 1)
    court.put(newer, "blocks", Block(number=1, name="提案", cap=Decimal(1)))
    from lvzhi.evaluation.queries.running import reckoned
    from lvzhi.evaluation.reckoning.settling import line_told

    now = reckoned(run)
    for pk, lines, total, grade in kept:
        came = now[Result.objects.get(pk=pk).who].came
        assert ([line_told(one) for one in came.account.lines], came.account.total, came.grade) == (lines, total, grade)
