"""A rule set entered by form, put in force, copied, tried; what is refused says what to do."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import Conflict, NotAllowed
from lvzhi.evaluation import actions, queries
from lvzhi.evaluation.models import RuleSet
from lvzhi.evaluation.reckoning import Block, Grade, Item, Rules, faults_of
from lvzhi.evaluation.tests.court import TODAY, Court, refused
from lvzhi.evaluation.tests.making import table
from lvzhi.evaluation.vocabulary.sentences import FAULTS


def test_a_clerk_enters_a_rule_set_by_form(court: Court) -> None:
    made = court.post(
        court.bai, reverse("evaluation:set_begin"), origin="", name="新办法", year="2027", subject="member"
    )
    uid = made["Location"].rstrip("/").split("/")[-1]

    def put(part: str, number: int = 0, /, **data: Any) -> Any:
        version = RuleSet.objects.get(uid=uid).version
        answer = court.post(court.bai, reverse("evaluation:part", args=[uid, part, number]), version=version, **data)
        assert answer.status_code == 302, answer.content.decode()
        return answer

    put("blocks", name="提案", cap="25", floor="0")
    put("items", sort="auto", kinds=["proposals.filed"], block="1", name="提案立案", points="15", share="half",
        mode="order", whom="all")  # fmt: skip
    put("items", sort="auto", kinds=["honours.honour"], block="1", name="受表彰", by_level="国家级10、省级8",
        mode="order", whom="all")  # fmt: skip
    put("items", sort="gap", block="1", name="其他", note="办法附表未列")
    put("grades", name="优秀", least="20", quota="20")
    put("grades", name="合格", below="20")
    put(
        "needs",
        sort="auto",
        kinds=["proposals.submitted"],
        name="有提案",
        kind="least",
        count="1",
        limit="2",
        whom="all",
    )
    page = court.page(court.bai, "set", uid)
    assert "提案立案：每件15分，联名的第一人得一半、其余平分另一半。" in page
    assert "获得荣誉：每项按层级国家级10分、省级8分。" in page
    assert "提交提案不少于1，否则最高评为合格。" in page
    assert "20分起，名额20%" in page
    assert "还有1项待补，第一项是“其他”" in page
    put("items", 3, sort="manual", block="1", name="其他", points="2", cap="4", mode="order", whom="all")
    address = reverse("evaluation:step", args=["set", uid, "adopt"])
    version = RuleSet.objects.get(uid=uid).version
    step = court.post(court.bai, address, meeting="常委会第8次会议", on=TODAY.isoformat(), version=version)
    assert step.status_code == 302, step.content.decode()
    page = court.page(court.jia, "set", uid)  # a member reads what is in force
    assert "常委会第8次会议" in page
    assert "加计分项" not in page


def test_the_form_asks_what_the_kind_can_be_asked(court: Court) -> None:
    found = court.blank(year=2027)
    court.put(found, "blocks", Block(number=0, name="会议"))
    page = court.page(court.bai, "part", found.uid, "items", 0, kinds="activities.part", sort="auto")
    assert "会议活动种类" in page
    assert "多人联名怎样分" not in page  # an attendance has one person
    assert "计什么记录" in court.page(court.bai, "part", found.uid, "items", 0)
    wrong = court.post(court.bai, reverse("evaluation:part", args=[found.uid, "items", 0]), sort="auto",
                       kinds=["honours.honour"], block="1", name="表彰", by_level="世界级9", mode="order",
                       whom="all")  # fmt: skip
    assert wrong.status_code == 422
    assert "没有看懂“世界级9”" in wrong.content.decode()


def test_only_a_draft_changes_and_only_its_keeper_changes_it(court: Court) -> None:
    with refused("evaluation.not_draft"):
        court.put(court.set, "blocks", Block(number=0, name="别的"))
    draft = court.blank(year=2027)
    with pytest.raises(NotAllowed):
        actions.put_part(draft, court.actor(court.jia), "blocks", Block(number=0, name="别的"))
    seen = draft.version
    court.put(draft, "blocks", Block(number=0, name="一"))
    with pytest.raises(Conflict) as clash:
        actions.put_part(draft, court.actor(court.wen), "blocks", Block(number=0, name="二"), seen=seen)
    assert "白工" in clash.value.sentence
    assert court.page(court.jia, "set", draft.uid, status=404)  # drafts are not the members'


def test_two_rule_sets_never_count_the_same_days(court: Court) -> None:
    with refused("evaluation.sets_overlap") as found:
        court.adopted(court.drafted(name="又一个"))
    assert "请先把它标为已替代，或改时段" in str(found.value.sentence)
    other = court.drafted(name="常委的", subject="standing")
    assert court.adopted(other).state == "force"


def test_the_meeting_that_adopted_it_is_the_one_recorded(court: Court) -> None:
    from lvzhi.workflow import engine

    held = court.held(kind="chairmen", title="主席会议第11次会议")
    draft = court.drafted(subject="standing")
    page = court.page(court.bai, "step", "set", draft.uid, "adopt")
    assert "主席会议第11次会议" in page
    with refused("evaluation.meeting_missing"):
        engine.take(draft, "adopt", court.actor(court.bai), {"at": "", "meeting": " ", "on": TODAY})
    done = engine.take(draft, "adopt", court.actor(court.bai), {"at": held.pk, "meeting": "", "on": TODAY})
    assert (done.adopted_at_id, done.adopted_by) == (held.pk, "主席会议第11次会议")


def test_a_copy_stands_in_the_next_year_with_its_windows(court: Court) -> None:
    import datetime as dt

    draft = court.blank(name="有窗口", year=2025)
    court.put(draft, "blocks", Block(number=0, name="一"))
    court.put(draft, "items", Item(number=0, block=1, name="上半年", kinds=("party.deed",), points=Decimal(1),
                                   since=dt.date(2025, 1, 1), until=dt.date(2025, 6, 30)))  # fmt: skip
    source = queries.one(court.actor(court.bai), draft.uid)
    copy = actions.begin_set(court.actor(court.bai), court.here, {"name": "次年", "year": 2026}, copied=source)
    value = queries.rules_of_set(copy)
    assert value.items[0].until == dt.date(2026, 6, 30)
    assert copy.starts == dt.date(2026, 1, 1)
    assert copy.copied_from == source


def test_a_trial_tells_every_difference_by_name(court: Court) -> None:
    draft = court.drafted(year=TODAY.year + 1)
    item = queries.rules_of_set(draft).items[0]
    from dataclasses import replace

    court.put(draft, "items", replace(item, points=Decimal(4)))
    rows = queries.compare(court.here, queries.rules_of_set(queries.one(court.actor(court.bai), draft.uid)),
                           queries.rules_of_set(court.set))  # fmt: skip
    named = {row.name: row for row in rows}
    jia, yi = (named[court.member_of(name).name] for name in ("jia", "yi"))
    assert (jia.old.account.total, jia.new.account.total) == (Decimal(10), Decimal(7))
    assert (yi.old.account.total, yi.new.account.total) == (Decimal(0), Decimal(0))
    page = court.page(court.bai, "trial", draft.uid)
    assert "按姓名排列，不排名" in page
    assert court.page(court.jia, "trial", draft.uid, status=404)


def test_facts_are_read_in_one_statement(court: Court, django_assert_num_queries: Any) -> None:
    from lvzhi.evaluation.kinds import ALL

    period = queries.period_of(queries.rules_of_set(court.set))
    with django_assert_num_queries(1):
        found = queries.facts_of(court.here, period, ALL)
    mine = [one for one in found if one.who == court.member_of("jia").person_id]
    assert {one.kind for one in mine} >= {"proposals.submitted", "activities.part", "activities.sitting"}
    joint = [one for one in found if one.kind == "proposals.submitted"]
    assert {(one.place, one.of) for one in joint} == {(1, 2), (2, 2)}


def test_a_sample_begins_a_draft_that_says_what_is_missing(court: Court) -> None:
    found = actions.begin_set(
        court.actor(court.bai), court.here, {"name": "仿桐城", "year": 2027, "sample": "tongcheng"}
    )
    page = court.page(court.bai, "set", found.uid)
    assert "取自样例" in page
    assert "待补" in page
    with refused("evaluation.gaps"):
        court.adopted(found)
    assert "桐城市" in court.page(court.bai, "samples")
    assert "全程出席全体会议" in court.page(court.bai, "samples", key="tongcheng")


FEW = Item(number=1, block=1, name="甲", kinds=("party.deed",), points=Decimal(1))
GOOD, BAD = Grade(number=1, name="优秀", least=Decimal(90)), Grade(number=2, name="良好", below=Decimal(90))


def rules(**changed: Any) -> Rules:
    from dataclasses import replace

    known = {"blocks": (Block(number=1, name="一"),), "items": (FEW,), "needs": (), "grades": ()}
    return replace(table("xuanwei"), **(known | changed))


@pytest.mark.parametrize(("code", "value"), [
    ("evaluation.caps_over", {"total": Decimal(100), "blocks": (Block(number=1, name="一", cap=Decimal(60)),
                                                                Block(number=2, name="二", cap=Decimal(60)))}),
    ("evaluation.start_over", {"blocks": (Block(number=1, name="一", start=Decimal(9), cap=Decimal(5)),)}),
    ("evaluation.border_gap", {"grades": (GOOD, Grade(number=2, name="良好", below=Decimal(89)))}),
    ("evaluation.border_overlap", {"grades": (GOOD, Grade(number=2, name="良好", below=Decimal(91)))}),
    ("evaluation.border_missing", {"grades": (GOOD, Grade(number=2, name="良好"))}),
    ("evaluation.top_closed", {"grades": (Grade(number=1, name="优秀", least=Decimal(90), below=Decimal(100)), BAD)}),
    ("evaluation.bottom_open", {"grades": (Grade(number=1, name="优秀", least=Decimal(90)),)}),
    ("evaluation.border_backwards", {"grades": (GOOD, Grade(number=2, name="良", least=Decimal(95),
                                                            below=Decimal(90)))}),
    ("evaluation.quota_over", {"grades": (Grade(number=1, name="优秀", least=Decimal(90), quota=Decimal(120)), BAD)}),
    ("evaluation.quotas_over", {"grades": (Grade(number=1, name="优秀", least=Decimal(90), quota=Decimal(60)),
                                           Grade(number=2, name="良好", below=Decimal(90), quota=Decimal(60)))}),
    ("evaluation.no_items", {"items": ()}),
    ("evaluation.item_homeless", {"blocks": ()}),
])  # fmt: skip
def test_a_fault_is_told_in_one_sentence_and_what_to_do(code: str, value: dict[str, Any]) -> None:
    found = {fault.code: fault for fault in faults_of(rules(**value))}
    said = FAULTS[code].format(**found[code].facts)
    assert "请" in said


def test_item_faults() -> None:
    import datetime as dt
    from dataclasses import replace

    half = replace(FEW, since=dt.date(2025, 1, 1), until=dt.date(2025, 6, 30))
    cases = {
        "evaluation.windows_overlap": (
            half,
            replace(half, number=2, since=dt.date(2025, 6, 1), until=dt.date(2025, 12, 31)),
        ),
        "evaluation.window_outside": (replace(FEW, since=dt.date(2024, 1, 1)),),
        "evaluation.share_alone": (replace(FEW, share="half"),),
        "evaluation.filter_unfit": (replace(FEW, filters=(("level", frozenset({"city"})),)),),
        "evaluation.kind_other": (replace(FEW, kinds=("units.late",)),),
        "evaluation.kind_unknown": (replace(FEW, kinds=("gone",)),),
        "evaluation.item_kindless": (replace(FEW, kinds=()),),
    }
    for code, items in cases.items():
        found = {fault.code: fault for fault in faults_of(rules(items=items))}
        assert "请" in FAULTS[code].format(**found[code].facts)


def test_what_is_laborious_is_done_for_the_clerk(court: Court) -> None:
    """A part saved leads to the next new one, a new item may begin like another, a grade below the one above it."""
    found = court.blank(year=2027)
    court.put(found, "blocks", Block(number=0, name="会议"), Block(number=0, name="提案"))
    first = Item(number=0, block=1, name="全会缺席", kinds=("activities.part",), points=Decimal(-5),
                 filters=(("result", frozenset({"absent"})),), group="缺席")  # fmt: skip
    court.put(
        found, "items", first, Item(number=0, block=2, name="立案", kinds=("proposals.filed",), points=Decimal(9))
    )
    address = reverse("evaluation:part", args=[found.uid, "items", 0])
    copy = court.page(court.bai, "part", found.uid, "items", 0, like=1)
    assert "照“全会缺席”填好" in copy
    for given in ('value="-5"', 'value="缺席"', 'value="absent" id="id_facet_result'):
        assert given in copy, given
    version = RuleSet.objects.get(pk=found.pk).version
    saved = court.post(
        court.bai, f"{address}?like=1", kinds=["activities.part"], sort="auto", block="1", name="常委会缺席",
        points="-2", facet_result=["absent"], group="缺席", mode="order", whom="all", version=version, then="more",
    )  # fmt: skip
    assert saved["Location"] == f"{address}?block=1"  # the next item of the same block
    found = actions.move_part(RuleSet.objects.get(pk=found.pk), court.actor(court.bai), "items", 3)
    names = [one.name for one in queries.rules_of_set(found).items]
    assert names == ["常委会缺席", "立案", "全会缺席"]  # before the one above it in its block
    court.put(found, "grades", Grade(number=0, name="优秀", least=Decimal(90)))
    assert 'name="below" value="90"' in court.page(court.bai, "part", found.uid, "grades", 0)


def test_the_page_names_every_fault_before_it_is_put_in_force(court: Court) -> None:
    import datetime as dt

    found = court.blank(year=2027)
    actions.describe_set(found, court.actor(court.bai), {"name": "有错的", "year": 2027, "total": Decimal(100)})
    court.put(found, "blocks", Block(number=0, name="一", cap=Decimal(60)), Block(number=0, name="二", cap=Decimal(60)))
    window = Item(number=0, block=1, name="上半年", kinds=("party.deed",), points=Decimal(1),
                  since=dt.date(2027, 1, 1), until=dt.date(2027, 6, 30))  # fmt: skip
    from dataclasses import replace

    court.put(
        found, "items", window, replace(window, name="下半年", since=dt.date(2027, 6, 1), until=dt.date(2027, 12, 31))
    )
    court.put(found, "grades", Grade(number=0, name="优秀", least=Decimal(90), quota=Decimal(120)),
              Grade(number=0, name="其他", below=Decimal(89)))  # fmt: skip
    page = court.page(court.bai, "set", found.uid)
    for sentence in (
        "各分块上限合计120分，超过总分上限100分",
        "“上半年”与“下半年”的计分时段自2027年6月1日起重叠",
        "89分起、不满90分的没有等次",
        "名额比例120%应在0到100之间",
    ):
        assert sentence in page, sentence
    with refused("evaluation.border_gap"):
        court.adopted(RuleSet.objects.get(pk=found.pk))


def test_a_committees_own_kinds_of_activity_are_offered_and_told(court: Court) -> None:
    from lvzhi.norms.actions import set_code

    set_code(court.actor(court.bai), court.here, "activities.kinds", "lantern", "灯会议事", starts=TODAY.replace(day=1),
             ground="本级规定", extra={"family": "fellowship"})  # fmt: skip
    found = court.blank(year=TODAY.year)
    court.put(found, "blocks", Block(number=0, name="活动"))
    page = court.page(court.bai, "part", found.uid, "items", 0, kinds="activities.part", sort="auto")
    assert 'value="lantern"' in page
    own = (("what", frozenset({"lantern"})),)
    court.put(
        found, "items", Item(number=0, block=1, name="灯会", kinds=("activities.part",), points=Decimal(2), filters=own)
    )
    assert "会议和活动（灯会议事）：每次2分" in court.page(court.bai, "set", found.uid)
