"""Pages by role, the wizard through the forms as served, what a wrong roster is told, constant statements."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from lvzhi.turnover import actions
from lvzhi.turnover.models import Change, Decision, Entrant, LooseEnd, OrganPlan
from lvzhi.turnover.tests.hall import ROWS, STARTS, TWIN, Hall, everything, fresh, roster

YES, NO, ABSENT, ON = 200, 403, 404, 302
#               文   卯   辰    巳   甲   江北办公室
LOOKED = (YES, YES, YES, YES, ABSENT, ABSENT)
PREPARED = (YES, YES, NO, NO, ABSENT, ABSENT)
TABLE: dict[str, tuple[int, ...]] = {
    "list": (YES, YES, YES, YES, NO, YES), "new": (YES, YES, NO, NO, NO, YES), "change": LOOKED, "term": LOOKED,
    "organs": LOOKED, "organ_new": PREPARED, "entrants": LOOKED, "roster": PREPARED, "template": PREPARED,
    "entrant": LOOKED, "items": LOOKED, "kind": LOOKED, "item": PREPARED, "rehearse": PREPARED, "report": LOOKED,
    "report_file": LOOKED, "carry_out": (NO, NO, YES, NO, ABSENT, ABSENT),
}  # fmt: skip


def page(client: Client, address: str) -> str:
    """The text of a page, streamed or not."""
    return text_of(client.get(address))


def text_of(answer: Any) -> str:
    if getattr(answer, "streaming", False):
        return b"".join(answer.streaming_content).decode()
    found: str = answer.content.decode()
    return found


def sheet(*rows: tuple[object, ...]) -> SimpleUploadedFile:
    return SimpleUploadedFile("名册.xlsx", roster(*rows))


def test_each_page_by_role(hall: Hall) -> None:
    change = hall.seconded()
    person = hall.entrant(change, "吴新")
    item = [change.uid, "proposals.proposal", hall.proposal.uid]
    more: dict[str, list[Any]] = {"list": [], "new": [], "entrant": [person.uid], "kind": item[:2], "item": item}
    pages = {name: reverse(f"turnover:{name}", args=more.get(name, [change.uid])) for name in TABLE}
    who = (hall.wen, hall.mao, hall.chen, hall.si, hall.jia, hall.far_office)
    clients = [hall.login(account) for account in who]
    found = {name: tuple(one.get(address).status_code for one in clients) for name, address in pages.items()}
    assert found == TABLE


def test_the_wizard_through_the_forms_as_served(hall: Hall) -> None:
    office = hall.login(hall.wen)
    assert "开始换届准备" in page(office, reverse("turnover:list"))
    begun = office.post(reverse("turnover:new"), {"number": 11, "starts": "2026-04-01", "decided_by": "", "once": "a"})
    change = Change.objects.get()
    assert begun["Location"] == reverse("turnover:organs", args=[change.uid])
    plan = OrganPlan.objects.get(change=change, name="文史委员会")
    fates = {f"fate-{row.uid}": "kept" for row in OrganPlan.objects.filter(change=change)}
    fates |= {f"fate-{plan.uid}": "renamed", str(plan.uid): "文化文史委员会"}
    assert office.post(begun["Location"], fates).status_code == ON
    taken = office.post(reverse("turnover:roster", args=[change.uid]), {"file": sheet(*_renamed(), TWIN)})
    assert taken["Location"] == reverse("turnover:entrants", args=[change.uid])
    listed = page(office, taken["Location"])
    assert "有1名同名待核" in listed
    blocked = office.post(reverse("turnover:rehearse", args=[change.uid]))
    assert "还没有核定是不是同一人" in text_of(blocked)
    assert fresh(change).state == "preparing"
    twin = hall.entrant(change, "丙成", mark="added")
    asked = page(office, reverse("turnover:entrant", args=[twin.uid]))
    assert "不是同一人" in asked
    assert "13800000077" not in asked  # masked
    office.post(reverse("turnover:entrant", args=[twin.uid]), {"decided": "another"})
    office.post(reverse("turnover:settled", args=[change.uid]))
    done = text_of(office.post(reverse("turnover:rehearse", args=[change.uid])))
    assert "预演完毕，什么都没有写入" in done
    assert "没有须解决的问题" in done or "没有发现问题" in done
    assert fresh(change).state == "rehearsed"
    secretary, second = hall.login(hall.chen), hall.login(hall.mao)
    secretary.post(reverse("turnover:step", args=[change.uid, "approve"]), {"version": fresh(change).version})
    second.post(reverse("turnover:step", args=[change.uid, "second"]), {"version": fresh(change).version})
    ran = text_of(secretary.post(reverse("turnover:carry_out", args=[change.uid])))
    assert "换届已执行" in ran
    assert "没有不符" not in ran
    archive = page(secretary, reverse("turnover:archive", args=[change.uid]))
    assert "核验无误" in archive
    assert "去向" in page(secretary, reverse("turnover:items", args=[change.uid]))
    secretary.post(reverse("turnover:step", args=[change.uid, "seal"]), {"version": fresh(change).version})
    assert fresh(change).state == "sealed"
    assert "已封存" in page(secretary, reverse("turnover:change", args=[change.uid]))


def _renamed() -> list[tuple[object, ...]]:
    return [tuple("文化文史委" if cell == "文史委" else cell for cell in row) for row in ROWS]


def test_two_of_one_name_who_are_one(hall: Hall) -> None:
    change = hall.begun()
    hall.read(change, *ROWS[:1], TWIN)  # 丙成 with a new number, and no other 丙成
    twin = hall.entrant(change, "丙成", mark="added")
    assert hall.entrant(change, "丙成", mark="gone").member_id in twin.twins
    member = Entrant.objects.get(pk=twin.pk).twins[0]
    client = hall.login(hall.wen)
    client.post(reverse("turnover:entrant", args=[twin.uid]), {"decided": str(member)})
    row = hall.entrant(change, "丙成")
    assert (row.mark, row.member_id, row.person_id is not None) == ("carried", member, True)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("乙明", "13800000002", "经济界", "", "", "", ""), ("乙明", "13800000002", "教育界", "", "", "", "")],
         "第3行与第2行姓名、手机号都相同"),
        ([("乙明", "13800000002", "经济界、教育界", "", "", "", "")], "第2行“界别”列只能填一个界别，现填了2个"),
        ([("乙明", "13800000002", "体育界", "", "", "", "")], "第2行“界别”列下一届没有名为“体育界”的界别"),
        ([("乙明", "", "经济界", "", "", "", "")], "第2行“姓名”列本级已有同名委员，本行缺手机号和身份证号"),
        ([("乙明", "1380000", "经济界", "", "", "", "")], "第2行“手机号”列"),
        ([("", "13800000002", "经济界", "", "", "", "")], "第2行“姓名”列"),
    ],
)  # fmt: skip
def test_a_wrong_roster_is_told_row_by_row_and_nothing_is_taken(
    hall: Hall, rows: list[tuple[object, ...]], said: str
) -> None:
    change = hall.listed()
    before = list(Entrant.objects.filter(change=change).values_list("pk", "mark"))
    answer = hall.login(hall.wen).post(reverse("turnover:roster", args=[change.uid]), {"file": sheet(*rows)})
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert list(Entrant.objects.filter(change=change).values_list("pk", "mark")) == before


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"number": 12, "starts": "2026-04-01"}, "下一届应为第11届，不能是第12届"),
        ({"number": 11, "starts": "2024-01-08"}, "必须在它之后"),
        ({"number": 11, "starts": ""}, "新一届开始日期"),
        ({"number": "", "starts": "2026-04-01"}, "届数"),
    ],
)
def test_a_wrong_term_is_told_in_one_sentence(hall: Hall, given: dict[str, Any], said: str) -> None:
    answer = hall.login(hall.wen).post(reverse("turnover:new"), given)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert not Change.objects.exists()


def test_no_roster_and_an_empty_one(hall: Hall) -> None:
    change, client = hall.begun(), hall.login(hall.wen)
    address = reverse("turnover:roster", args=[change.uid])
    assert "下一届委员名册" in text_of(client.post(address, {}))
    assert client.post(address, {"file": SimpleUploadedFile("名册.xlsx", b"nothing")}).status_code == 422
    assert "没有" in text_of(client.post(address, {"file": sheet()}))
    tried = text_of(client.post(reverse("turnover:rehearse", args=[change.uid])))
    assert "下一届名单是空的" in tried


@pytest.mark.parametrize(
    ("name", "fate", "targets", "said"),
    [
        ("经济界", "renamed", "", "请填写调整后的名称"),
        ("经济界", "split", "工商界", "分设后至少有两个名称"),
        ("经济界", "renamed", "教育界", "两个名为“教育界”的界别"),
        ("经济界", "merged", "工商界", "下一届并不存在"),
        ("经济界", "renamed", "经济界", "与原来相同"),
    ],
)
def test_wrong_organs_are_told(hall: Hall, name: str, fate: str, targets: str, said: str) -> None:
    change, client = hall.begun(), hall.login(hall.wen)
    rows = {row.name: row.uid for row in OrganPlan.objects.filter(change=change)}
    given = {f"fate-{uid}": "kept" for uid in rows.values()}
    given |= {f"fate-{rows[name]}": fate, str(rows[name]): targets}
    answer = client.post(reverse("turnover:organs", args=[change.uid]), given)
    assert answer.status_code == 422
    assert said in text_of(answer)


def test_what_becomes_of_loose_ends_is_chosen_and_told(hall: Hall) -> None:
    change, client = hall.listed(), hall.login(hall.wen)
    kind = reverse("turnover:kind", args=[change.uid, "ledger.problem"])
    missing = client.post(kind, {"way": "left", "left_to": ""})
    assert "须指明负责的人" in text_of(missing)
    assert client.post(kind, {"way": "left", "left_to": hall.mao.pk}).status_code == ON
    item = reverse("turnover:item", args=[change.uid, "ledger.problem", hall.lamp.uid])
    assert client.post(item, {"way": "carried", "left_to": ""}).status_code == ON
    assert Decision.objects.filter(change=change).count() == 2
    done = hall.carried(hall.seconded(hall.approved(hall.rehearsed(change))))
    assert [row.way for row in LooseEnd.objects.filter(change=done, kind="ledger.problem")] == ["carried"]


def test_an_organ_that_splits_or_goes_takes_its_head_along(hall: Hall) -> None:
    change = hall.begun()
    rows = {row.name: row for row in OrganPlan.objects.filter(change=change)}
    merged = ("merged", "经济和文史委员会")
    actions.plan_organs(hall.actor(hall.wen), change, {rows["经济委员会"].uid: merged, rows["文史委员会"].uid: merged})
    hall.read(
        change, *[tuple("经济和文史委" if place == 3 else cell for place, cell in enumerate(row)) for row in ROWS]
    )
    sector = rows["教育界"]
    actions.plan_organs(hall.actor(hall.wen), change, {sector.uid: ("renamed", "教育体育界")})
    hall.read(change, *[tuple(_moved(place, cell) for place, cell in enumerate(row)) for row in ROWS])
    ready = hall.seconded(hall.approved(hall.rehearsed(change)))
    before = everything()
    done = hall.carried(ready)
    renamed = hall.sectors["教育界"]
    renamed.refresh_from_db()
    assert (renamed.name, renamed.name_on(done.last_day), renamed.ends) == ("教育体育界", "教育界", None)
    held = {(one.organ.name, one.starts, one.ends) for one in hall.shen.appointments.select_related("organ")}
    assert ("经济和文史委员会", STARTS, None) in held
    assert {name for name, _, ends in held if ends is None} == {"经济和文史委员会"}
    hall.back(done)
    now = everything()
    assert {name for name in before if before[name] != now[name]} == set()


def _moved(place: int, cell: object) -> object:
    return "经济和文史委" if place == 3 else "教育体育界" if cell == "教育界" else cell


def test_the_report_is_a_workbook(hall: Hall) -> None:
    change = hall.rehearsed()
    answer = hall.login(hall.si).get(reverse("turnover:report_file", args=[change.uid]))
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
    assert book.sheet_names == ["数据对照", "问题", "名单", "未了事项"]
    people = [row[:2] for row in book.get_sheet_by_name("名单").to_python()]
    assert ["甲文", "卸任"] in people
    assert ["吴新", "新任"] in people


def test_a_row_changed_behind_the_journal_is_found(hall: Hall) -> None:
    change = hall.carried()
    client, address = hall.login(hall.si), reverse("turnover:archive", args=[change.uid])
    hall.take(hall.lamp, "assign", hall.shen, owner_unit=hall.civil.pk)  # told by the journal
    assert "核验无误" in page(client, address)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_problem SET text = 'x' WHERE id = %s", [hall.lamp.pk])
    assert "核验发现1处不符" in page(client, address)  # what the journal's last line left is no longer there
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE people_membership SET part = 'head' WHERE member_id = %s", [hall.members[hall.jia.pk].pk]
        )
    found = page(client, address)
    assert "核验发现3处不符" in found
    answer = hall.login(hall.chen).post(
        reverse("turnover:step", args=[change.uid, "seal"]), {"version": fresh(change).version}
    )
    assert "封存清单与记录不符" in text_of(answer)


def test_lists_ask_as_often_however_long_they_are(hall: Hall) -> None:
    change, client = hall.listed(), hall.login(hall.wen)
    addresses = [reverse(f"turnover:{name}", args=[change.uid]) for name in ("entrants", "change", "items")]

    def counts() -> list[int]:
        found = []
        for address in addresses:
            client.get(address)
            with CaptureQueriesContext(
                connection,
            ) as asked:
                client.get(address)
            found.append(len(asked))
        return found

    before = counts()
    rows = [(f"新{chr(0x4E00 + place)}", f"139{place:08d}", "教育界", "", "", "", "") for place in range(60)]
    hall.read(change, *ROWS, *rows)
    for text in range(5):
        hall.problem(f"问题{text}")
    assert counts() == before
    assert before[1] <= 15


def test_nothing_is_altered_once_it_was_rehearsed(hall: Hall) -> None:
    change, client = hall.rehearsed(), hall.login(hall.wen)
    before = everything(), list(Entrant.objects.values_list("mark", "name"))
    assert "现在是“已预演”" in text_of(
        client.post(reverse("turnover:roster", args=[change.uid]), {"file": sheet(*ROWS[:1])})
    )
    assert client.post(reverse("turnover:take_over", args=[change.uid])).status_code == 400
    assert (everything(), list(Entrant.objects.values_list("mark", "name"))) == before
