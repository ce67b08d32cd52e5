"""Roster import: what is read, what is refused, what is written (R0.6)."""

from __future__ import annotations

import datetime as dt
import time
from io import BytesIO

import pytest
import xlsxwriter
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.access import NotAllowed
from lvzhi.accounts.actors import LoginActor
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Organ
from lvzhi.exchange import BadFile
from lvzhi.journal.verify import verify
from lvzhi.people import queries
from lvzhi.people.models import Member, Membership, Person
from lvzhi.people.roster import ImportResult, import_roster, template
from lvzhi.people.roster.columns import term_number
from lvzhi.people.tests.conftest import TODAY, County, Login, NewMember

HEAD = ["姓名", "手机号", "界别", "专委会", "单位及职务", "届次", "备注"]


def book(*rows: list[object], head: list[str] = HEAD) -> bytes:
    target = BytesIO()
    made = xlsxwriter.Workbook(target)
    sheet = made.add_worksheet()
    for number, row in enumerate([head, *rows]):
        for place, cell in enumerate(row):
            if isinstance(cell, dt.date):
                sheet.write_datetime(number, place, dt.datetime(cell.year, cell.month, cell.day))
            else:
                sheet.write(number, place, cell)
    made.close()
    return target.getvalue()


def bring(office: LoginActor, county: County, data: bytes, **options: bool) -> ImportResult:
    return import_roster(office, county.committee, data, "名册.xlsx", **{"dry_run": False, **options})


def sentences(result: ImportResult) -> str:
    return "\n".join(one.sentence for one in result.findings)


def test_a_roster_becomes_members_with_their_places(county: County, office: LoginActor) -> None:
    data = book(
        ["王 伟", 13800000001.0, "经济界", "提案委", "甲公司 总经理", "十届", "民营企业"],
        ["李娜", "13800000002", "教育", "文史委员会（副主任）", "第二中学校长", 10, ""],
    )
    result = bring(office, county, data)
    assert result.ok, sentences(result)
    assert (result.members, result.persons, result.seats, result.written) == (2, 2, 4, True)
    first, second = queries.members_on(county.scope, TODAY).order_by("pk")
    assert (first.person.name, first.person.employer, first.person.job) == ("王伟", "甲公司", "总经理")
    assert str(first.person.phone) == "138****0001"
    assert [organ.name for organ in queries.organs_of(first, TODAY)] == ["经济界", "提案委员会"]
    assert queries.memberships(second, TODAY).get(organ__name="文史委员会").part == "deputy"
    assert list(queries.search(county.scope, "wangwei", TODAY)) == [first]
    assert [one for one in verify() if one.code != "witness_missing"] == [], "no witness in a test's transaction"


def test_many_columns_and_other_headings(county: County, office: LoginActor) -> None:
    head = ["委员姓名*", "联系电话", "所属界别", "政治面貌", "性别", "出生年月日", "学历", "民族", "身份证号码",
            "政协职务", "任职日期", "编号", "活动组"]  # fmt: skip
    row = ["陈曦", "13900001111", "教育界", "民盟、中共党员", "男", dt.date(1949, 12, 31), "本科", "苗",
           "11010519491231001X".replace("001X", "002X"), "常委", dt.date(2022, 3, 1), "018", "城关联络组"]  # fmt: skip
    row[4] = "女"
    result = bring(office, county, book(row, head=head))
    assert result.ok, sentences(result)
    member = Member.objects.get()
    person = member.person
    assert (person.gender, person.education, person.ethnicity) == ("female", "bachelor", "苗族")
    assert (member.number, member.starts) == ("018", dt.date(2022, 3, 1))
    assert {row.party for row in queries.affiliations_of(person)} == {"cdl", "cpc"}
    assert [post.kind for post in queries.posts_of(person, county.committee.pk, TODAY)] == ["standing"]


def test_a_dry_run_writes_nothing(county: County, office: LoginActor) -> None:
    result = bring(office, county, book(["王伟", "13800000001", "经济界"]), dry_run=True)
    assert (result.members, result.written) == (1, False)
    assert not Person.objects.exists()


def test_one_bad_row_keeps_all_out_and_every_row_is_told(county: County, office: LoginActor) -> None:
    head = [*HEAD, "出生日期", "政治面貌", "学历", "任职日期"]
    data = book(
        ["王伟", "13800000001", "经济界", "", "", "", "", "1980-09-31"],
        ["", "13800000002", "经济界"],
        ["李娜", "138", "工业界"],
        ["赵六", "13800000004", "经济界、教育界", "", "", "第七届", "", "2015-01-01", "火星党", "神学", ""],
        ["钱七", "13800000005", "经济界", "", "", "", "", "", "", "", "2021-01-01"],
        ["孙八", "13800000006", "经济界", "", "", "十届", "", "", "", "", "2021-01-02"],
        head=head,
    )
    result = bring(office, county, data)
    told = sentences(result)
    for words in (
        "第2行“出生日期”列",
        "9月只有30天",
        "第3行“姓名”列未填写",
        "第4行“手机号”列",
        "第4行“界别”列没有名为“工业界”的界别",
        "第5行“届次”列第7届尚未登记",
        "第5行“政治面貌”列“火星党”不在",
        "第5行“学历”列“神学”不是学历",
        "第6行没有登记2021-01-01所在的届期",
        "第7行“任职日期”列任职日期2021-01-02不在第10届任期",
    ):
        assert words in told, told
    assert "{" not in told
    assert not Person.objects.exists()
    assert not Membership.objects.exists()


def test_two_people_of_one_name(county: County, office: LoginActor) -> None:
    data = book(["王伟", "13800000001", "经济界"], ["王伟", "13800000002", "教育界"])
    result = bring(office, county, data)
    assert result.written, sentences(result)
    assert Person.objects.filter(name="王伟").count() == 2
    assert "按两人导入" in sentences(result)


def test_one_name_and_one_phone_is_one_person_twice(county: County, office: LoginActor) -> None:
    result = bring(office, county, book(["王伟", "13800000001", "经济界"], ["王伟", "13800000001", "教育界"]))
    assert not result.written
    assert "第3行与第2行姓名、手机号都相同" in sentences(result)


def test_one_name_without_a_number_cannot_be_told_apart(county: County, office: LoginActor) -> None:
    result = bring(office, county, book(["王伟", "13800000001", "经济界"], ["王伟", "", "教育界"]))
    assert not result.written
    assert "第3行“姓名”列与第2行同名，但缺手机号和身份证号" in sentences(result)


def test_against_members_there_already(county: County, office: LoginActor, new_member: NewMember) -> None:
    new_member("王伟", phone="13800000001")
    new_member("李娜")
    result = bring(office, county, book(["王伟", "13800000009", "教育界"]), dry_run=True)
    assert result.ok
    assert "同名而号码不同" in sentences(result)
    assert "本级已有同名委员" in sentences(bring(office, county, book(["王伟", "", "教育界"])))
    assert "未登记手机号和身份证号" in sentences(bring(office, county, book(["李娜", "13800000008", "教育界"])))
    again = bring(office, county, book(["王伟", "13800000001", "教育界"]))
    assert (again.known, again.members) == (1, 0)
    assert "与现有“经济界”不同" in sentences(again)
    assert Person.objects.count() == 2


def test_the_same_roster_twice_changes_nothing(county: County, office: LoginActor) -> None:
    data = book(["王伟", "13800000001", "经济界"], ["李娜", "13800000002", "教育界"])
    bring(office, county, data)
    again = bring(office, county, data)
    assert (again.members, again.known) == (0, 2)
    assert Member.objects.count() == 2


def test_a_member_of_the_neighbour_is_the_same_person(
    county: County, neighbour: County, office: LoginActor, login: Login
) -> None:
    bring(office, county, book(["王伟", "13800000001", "经济界"]))
    theirs = login("theirs", neighbour, Role.OFFICE)
    result = import_roster(theirs, neighbour.committee, book(["王伟", "13800000001"]), "名册", dry_run=False)
    assert (result.members, result.persons) == (1, 0)
    assert Person.objects.count() == 1
    with pytest.raises(NotAllowed):
        import_roster(theirs, county.committee, book(["某人", "13800000003"]), "名册", dry_run=True)


def test_organs_are_set_up_only_when_told(county: County, office: LoginActor) -> None:
    data = book(["王伟", "13800000001", "工商联界"], ["李娜", "13800000002", "工商联"])
    assert not bring(office, county, data).ok
    result = bring(office, county, data, make_organs=True)
    assert result.organs == ("工商联界",)
    assert Organ.objects.get(name="工商联界").starts == county.term.starts
    assert queries.seats_counted(list(Organ.objects.filter(name="工商联界")), TODAY).popitem()[1] == 2


def test_a_sector_that_ended_before_he_joins(county: County, office: LoginActor) -> None:
    from lvzhi.accounts.actors import system_actor
    from lvzhi.committee.actions import add_organ

    add_organ(
        system_actor("test"), county.committee, kind="sector", name="农业界",
        starts=dt.date(2017, 1, 1), ends=dt.date(2021, 12, 31),
    )  # fmt: skip
    result = bring(office, county, book(["王伟", "13800000001", "农业界"]))
    assert "“农业界”已于2021-12-31撤销" in sentences(result)
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空"),
        (b"PK\x03\x04broken", ""),
        ("姓名,手机号\n".encode(), ""),
        ("甲,乙,丙\n1,2,3\n".encode(), ""),
        ("手机号,界别,备注\n13800000001,经济界,x\n".encode(), "姓名"),
    ],
)
def test_files_that_cannot_be_read(county: County, office: LoginActor, data: bytes, words: str) -> None:
    with pytest.raises(BadFile) as caught:
        bring(office, county, data)
    assert "名册.xlsx" in caught.value.sentence
    assert words in caught.value.sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_csv_of_any_encoding(county: County, office: LoginActor, encoding: str) -> None:
    text = "姓名,手机号,界别,单位及职务\n王伟,13800000001,经济界,某某公司经理\n李娜,13800000002,教育界,第二中学校长\n"
    assert bring(office, county, text.encode(encoding)).members == 2


def test_the_template_is_read_back_and_its_example_skipped(county: County, office: LoginActor) -> None:
    with pytest.raises(BadFile):
        bring(office, county, template())


@pytest.mark.parametrize(
    ("text", "number"),
    [("第十届", 10), ("十一届", 11), ("二十届", 20), ("第二十三届", 23), ("九", 9), ("10", 10), ("12届", 12),
     ("本届", None), ("", None), ("第届", None)],
)  # fmt: skip
def test_terms_as_people_write_them(text: str, number: int | None) -> None:
    assert term_number(text) == number


def many(count: int) -> bytes:
    return book(
        *(
            [f"王{chr(0x4E00 + n % 3000)}{chr(0x5E00 + n // 7)}", f"138{n:08d}", ["经济界", "教育界"][n % 2],
             "提案委员会", f"某公司{n} 经理", "十届", "", "女", dt.date(1970, 1, 1 + n % 28), "汉", "本科", "中共党员",
             f"{n:05d}"]
            for n in range(count)
        ),
        head=[*HEAD, "性别", "出生日期", "民族", "学历", "政治面貌", "委员编号"],
    )  # fmt: skip


def test_two_thousand_people_in_few_statements_and_little_time(county: County, office: LoginActor) -> None:
    data = many(2000)
    calls: list[tuple[int, int]] = []
    began = time.process_time()
    with CaptureQueriesContext(connection) as seen:
        result = import_roster(
            office, county.committee, data, "名册.xlsx", dry_run=False, progress=lambda *step: calls.append(step)
        )
    spent = time.process_time() - began
    assert result.members == 2000, sentences(result)
    assert len(seen) <= 30
    assert calls[-1] == (100, 100)
    assert [done for done, _ in calls] == sorted(done for done, _ in calls)
    assert spent < 20  # of the processor: a busy machine is no failure
