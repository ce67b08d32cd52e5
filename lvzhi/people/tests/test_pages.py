"""What each page shows to whom, and what it costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.accounts.actors import LoginActor
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.journal.models import Entry
from lvzhi.people import actions, queries
from lvzhi.people.models import Member
from lvzhi.people.tests.conftest import TODAY, County, Login, NewMember
from lvzhi.people.tests.test_roster import book

Browser = Callable[[LoginActor], Client]


@pytest.fixture
def colleague(county: County, login: Login) -> LoginActor:
    return login("colleague", county, Role.MEMBER)


def text(client: Client, address: str, **data: object) -> str:
    answer = client.get(address, data)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_the_list_filters(county: County, office: LoginActor, browser: Browser, new_member: NewMember) -> None:
    new_member("王伟", "经济界", parties=["cpc"])
    new_member("李娜", "教育界", offices=["standing"])
    client, address = browser(office), reverse("people:list")
    page = text(client, address)
    assert "王伟" in page
    assert "李娜" in page
    sector = str(county.organs["教育界"].uid)
    for asked in ({"sector": sector}, {"q": "ln"}, {"q": "李"}, {"post": "standing"}):
        page = text(client, address, **asked)
        assert "李娜" in page, asked
        assert "王伟" not in page, asked
    page = text(client, address, party="cpc")
    assert "王伟" in page
    assert "李娜" not in page
    assert "没有符合条件的委员" in text(client, address, q="无此人")


def test_the_list_hides_what_is_personal(
    county: County, colleague: LoginActor, browser: Browser, new_member: NewMember
) -> None:
    member = new_member("王伟", phone="13812345678", ethnicity="苗族", parties=["cpc"])
    client = browser(colleague)
    assert "政治面貌" not in text(client, reverse("people:list"))
    page = text(client, reverse("people:member", args=[member.uid]))
    for hidden in ("苗族", "中共党员", "138*", "13812345678", "新增委员", "作废"):
        assert hidden not in page, hidden
    assert client.post(reverse("people:unmask", args=[member.uid, "phone"])).status_code == 403
    for name in ("people:add", "people:roster", "people:roster_template", "people:add_staff"):
        assert client.get(reverse(name)).status_code == 403, name
    for name in ("join", "end", "edit_person", "edit_member", "post", "party", "account", "void"):
        assert client.get(reverse(f"people:{name}", args=[member.uid])).status_code == 403, name


def test_a_neighbour_finds_nothing(
    county: County, neighbour: County, login: Login, browser: Browser, new_member: NewMember
) -> None:
    member = new_member("王伟")
    client = browser(login("elsewhere", neighbour, Role.OFFICE))
    assert "王伟" not in text(client, reverse("people:list"))
    assert "王伟" not in text(client, reverse("people:list"), c="bing")
    assert client.get(reverse("people:member", args=[member.uid])).status_code == 404
    assert client.get(reverse("people:organ", args=[county.organs["经济界"].uid])).status_code == 403
    assert "王伟" not in text(client, reverse("people:pick"), q="王伟")


def test_without_a_post_there_is_no_list(county: County, login: Login, browser: Browser) -> None:
    answer = browser(login("nobody", county)).get(reverse("people:list"))
    assert answer.status_code == 403
    assert "没有查看委员名册的职务" in answer.content.decode()
    admin = browser(login("admin", county, Role.SYSTEM_ADMIN))
    assert admin.get(reverse("people:list")).status_code == 403, "whoever runs the accounts does not read the people"


def test_a_member_sees_the_own_file(
    county: County, office: LoginActor, colleague: LoginActor, browser: Browser, new_member: NewMember
) -> None:
    member = new_member("王伟", phone="13812345678", ethnicity="苗族")
    client = browser(colleague)
    assert "没有关联委员" in text(client, reverse("people:me"))
    actions.link_account(office, member.person, Account.objects.get(pk=colleague.account_id))
    answer = client.get(reverse("people:me"))
    assert answer.status_code == 302
    page = text(client, answer.headers["Location"])
    assert "苗族" in page
    assert "138****5678" in page
    assert "13812345678" not in page


def test_unmasking_shows_once_and_is_journalled(
    county: County, office: LoginActor, browser: Browser, new_member: NewMember
) -> None:
    member = new_member("王伟", phone="13812345678")
    client, address = browser(office), reverse("people:member", args=[member.uid])
    before = Entry.objects.count()
    assert "13812345678" not in text(client, address)
    assert Entry.objects.count() == before
    whole = client.post(reverse("people:unmask", args=[member.uid, "phone"]))
    assert "13812345678" in whole.content.decode()
    assert "no-store" in whole.headers["Cache-Control"]
    entry = Entry.objects.order_by("-seq").first()
    assert entry is not None
    assert entry.event == "people.unmask"
    assert "13812345678" not in str(entry.facts)
    part = client.post(reverse("people:unmask", args=[member.uid, "phone"]), headers={"HX-Request": "true"})
    assert part.content.decode() == "13812345678"
    assert "13812345678" not in text(client, address)


def test_the_picker_tells_same_named_people_apart(
    county: County, colleague: LoginActor, browser: Browser, new_member: NewMember
) -> None:
    one = new_member("王伟", "经济界", phone="13800000001", employer="甲公司")
    two = new_member("王伟", "教育界", phone="13800000002", employer="乙中学")
    page = text(browser(colleague), reverse("people:pick"), of="cosigners", cosigners__typed="wangw")
    for member, line in ((one, "经济界，甲公司"), (two, "教育界，乙中学")):
        assert f'data-key="{member.pk}"' in page
        assert line in page
    assert "138" not in page


def test_forms_do_what_they_say(county: County, office: LoginActor, browser: Browser) -> None:
    client = browser(office)
    fields = {
        "name": "王伟", "term": county.term.pk, "starts": "2022年1月10日", "how_joined": "new_term",
        "sector": str(county.organs["经济界"].uid), "party": "cpc", "phone": "138 1234 5678",
    }  # fmt: skip
    bad = client.post(reverse("people:add"), {**fields, "starts": "2022-02-31"})
    assert bad.status_code == 200
    assert "最后一天是28日" in bad.content.decode()
    bad = client.post(reverse("people:add"), {**fields, "phone": "1"})
    assert "不是有效的电话号码" in bad.content.decode()
    assert not Member.objects.exists()
    assert client.post(reverse("people:add"), fields).status_code == 302
    member = Member.objects.get()
    at = lambda name: reverse(f"people:{name}", args=[member.uid])  # noqa: E731  reason: one expression
    join = {"organ": str(county.organs["教育界"].uid), "part": "member", "starts": "2022-05-01"}
    assert "同一时间只能有一个界别" in client.post(at("join"), join).content.decode()
    seat = queries.memberships(member).get()
    moved = {"organ": join["organ"], "on": "2022-06-01"}
    assert client.post(reverse("people:transfer", args=[seat.uid]), moved).status_code == 302
    assert [organ.name for organ in queries.organs_of(member, TODAY)] == ["教育界"]
    assert client.post(at("post"), {"kind": "standing", "starts": "2022-01-10"}).status_code == 302
    page = text(client, at("member"))
    for shown in ("常务委员", "教育界", "138****5678", "中共党员", "任丙县政协委员"):
        assert shown in page, shown
    edit = client.get(at("edit_person")).content.decode()
    assert "13812345678" not in edit
    changed = {"name": "王伟", "employer": "甲公司", "job": "经理"}
    assert client.post(at("edit_person"), changed).status_code == 302
    member.person.refresh_from_db()
    assert member.person.phone.reveal() == "13812345678", "an empty number leaves the recorded one"
    assert client.post(at("void"), {"ground": "录错"}).status_code == 302
    assert "已作废" in text(client, at("member"))
    assert client.post(at("restore")).status_code == 302
    leave = {"ends": "2023-05-31", "how_left": "resigned"}
    assert client.post(at("end"), leave).status_code == 302
    assert "辞去委员" in text(client, at("member"))
    staff = {"name": "钱七", "starts": "2022-01-10", "office": str(county.organs["办公室"].uid), "title": "主任"}
    assert client.post(reverse("people:add_staff"), staff).status_code == 302
    assert "钱七" in text(client, reverse("people:staff"))


def test_a_roster_from_upload_to_import(county: County, office: LoginActor, login: Login, browser: Browser) -> None:
    client = browser(office)
    address = reverse("people:roster")
    assert "导入名册" in text(client, address)
    assert client.get(reverse("people:roster_template")).content[:2] == b"PK"
    bad = client.post(address, {"file": SimpleUploadedFile("名册.xlsx", b"PK\x03\x04 not really")})
    assert "名册.xlsx" in bad.content.decode()
    sent = {"file": SimpleUploadedFile("名册.xlsx", book(["王伟", "13800000001", "工商界"]))}
    preview = client.post(address, sent, follow=True)
    assert "没有名为“工商界”的界别" in preview.content.decode()
    assert "确认导入" not in preview.content.decode()
    sent = {"file": SimpleUploadedFile("名册.xlsx", book(["王伟", "13800000001", "工商界"])), "make_organs": "on"}
    preview = client.post(address, sent, follow=True)
    place, _ = preview.redirect_chain[-1]
    assert "确认导入" in preview.content.decode()
    assert not Member.objects.exists()
    stranger = browser(login("office2", county, Role.OFFICE))
    assert stranger.get(place).status_code == 404
    done = client.post(place.split("?")[0], {"make": "1"}, follow=True)
    assert "新增委员1名" in done.content.decode()
    assert Member.objects.get().person.name == "王伟"
    assert client.get(place).status_code == 404, "once imported, the file is gone"


@pytest.mark.parametrize("name", ["people:list", "people:organs", "people:staff", "people:pick"])
def test_a_list_costs_the_same_at_5_and_50_rows(
    county: County, office: LoginActor, browser: Browser, new_member: NewMember, name: str
) -> None:
    client, counts = browser(office), []
    for size in (5, 50):
        for number in range(Member.objects.count(), size):
            new_member(f"王{'伟' if number % 2 else '芳'}", phone=f"138{number:08d}", offices=["standing"])
            actions.add_staff(office, county.committee, actions.Facts(name=f"钱{number}"), starts=dt.date(2022, 1, 10))
        client.get(reverse(name), {"q": "王"})
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse(name), {"q": "王"}).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert counts[0] <= 10, [query["sql"][:120] for query in seen.captured_queries]


def test_a_file_costs_at_most_20(county: County, office: LoginActor, browser: Browser, new_member: NewMember) -> None:
    member = new_member("王伟", parties=["cpc"], offices=["standing"], phone="13800000001")
    client, address = browser(office), reverse("people:member", args=[member.uid])
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        client.get(address)
    # twelve for the page, eight for what rooms above hang there: contacts, file, papers, branch, changes
    assert len(seen) <= 20, [query["sql"][:120] for query in seen.captured_queries]


def test_long_lists_are_paged_by_key(office: LoginActor, browser: Browser, new_member: NewMember) -> None:
    for number in range(60):
        new_member(f"王{number:02d}", phone=f"138{number:08d}")
    client = browser(office)
    page = text(client, reverse("people:list"))
    assert "共60" in page.replace(" ", "")
    assert "王49" in page
    assert "王50" not in page
    import re

    link = re.search(r'href="(\?[^"]*cursor=[^"]+)" rel="next"', page)
    assert link is not None
    second = text(client, reverse("people:list") + link[1].replace("&amp;", "&"))
    assert "王50" in second
    assert "王49" not in second


def test_the_login_that_waits_under_the_members_name_stands_in_the_form(
    county: County, office: LoginActor, login: Login, browser: Browser, new_member: NewMember
) -> None:
    member = new_member("王伟")
    client = browser(office)
    url = reverse("people:account", args=[member.uid])
    assert 'value="王伟"' not in text(client, url)
    login("王伟", county, Role.MEMBER)
    assert 'value="王伟"' in text(client, url)
    actions.link_account(office, member.person, Account.objects.get(username="王伟"))
    other = new_member("王伟", sector="")  # the same name; that login has its person now
    assert 'value="王伟"' not in text(client, reverse("people:account", args=[other.uid]))
