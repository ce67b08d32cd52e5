"""A member's file: lines from every room, what they lead to, who may read them."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from lvzhi.dossier.kinds import KINDS, LISTED
from lvzhi.dossier.queries import sums
from lvzhi.dossier.queries.lines import lines
from lvzhi.dossier.tests.hall import TODAY, YEAR, Hall
from lvzhi.exchange.letters import read_docx_text
from lvzhi.journal.models import Entry
from lvzhi.metrics import periods
from lvzhi.people import actions as people
from lvzhi.proposals.tests.people import START, builder
from lvzhi.proposals.tests.test_counts import statements
from lvzhi.proposals.tests.test_pages import page
from lvzhi.workflow import engine

PERIOD = periods.year(TODAY.year)


def told(hall: Hall, name: str) -> dict[str, list[Any]]:
    """Lines of somebody's file by kind, as its owner reads them."""
    found: dict[str, list[Any]] = {}
    actor = hall.actor(hall.everyone[name])
    for one in lines(actor, hall.scope, PERIOD, LISTED, [hall.member_of(name).person_id]):
        found.setdefault(one.kind.key, []).append(one)
    return found


def url(hall: Hall, name: str, **query: str) -> str:
    return reverse("dossier:file", args=[hall.member_of(name).uid])


def test_one_proposal_and_one_meeting_stand_in_the_files_of_all_who_had_part(hall: Hall) -> None:
    proposal, activity = hall.cosigned_in(), hall.held()
    hall.advice(activity=activity)
    mine, yours = told(hall, "jia"), told(hall, "yi")
    assert {key: len(rows) for key, rows in mine.items()} == {
        "proposals.first": 1, "activities.attended.consultation": 1, "ledger.advice": 1,
    }  # fmt: skip
    assert {key: len(rows) for key, rows in yours.items()} == {"proposals.cosigned": 1, "activities.absences": 1}
    (first,), (came,) = mine["proposals.first"], mine["activities.attended.consultation"]
    assert (first.part, first.uid, first.behind[0]) == ("第一提案人", proposal.uid, "本人提交")
    assert (came.part, came.standing, came.uid, came.behind[0]) == ("发言", "出席", activity.uid, "经办人逐人登记")
    (signed,) = yours["proposals.cosigned"]
    assert (signed.part, signed.uid) == ("联名人", proposal.uid)


def test_the_page_counts_lists_and_leads_to_the_source(hall: Hall) -> None:
    proposal, activity = hall.cosigned_in(), hall.held()
    shown = page(hall.login(hall.jia), "dossier:file", hall.member_of("jia").uid, period=YEAR)
    assert "我的履职档案" in shown
    assert "1次（应到1次）" in shown
    assert reverse("proposals:detail", args=[proposal.uid]) in shown
    assert reverse("activities:detail", args=[activity.uid]) in shown
    narrowed = page(hall.login(hall.jia), "dossier:file", hall.member_of("jia").uid, period=YEAR, kind="activities")
    assert reverse("activities:detail", args=[activity.uid]) in narrowed
    assert reverse("proposals:detail", args=[proposal.uid]) not in narrowed


def test_an_empty_file_says_what_to_do(hall: Hall) -> None:
    shown = page(hall.login(hall.bing), "dossier:file", hall.member_of("bing").uid, period="2025")
    assert "时段内还没有履职记录" in shown
    assert "可换一个时段" in shown


def test_a_mis_entry_leaves_the_file(hall: Hall) -> None:
    proposal = hall.submitted()
    assert "proposals.first" in told(hall, "jia")
    engine.void(proposal, hall.actor(hall.ding), "重复录入")
    assert told(hall, "jia") == {}


@pytest.mark.parametrize(
    ("who", "status"),
    [("jia", 200), ("shen", 200), ("wen", 200), ("ding", 200), ("xin", 200),
     ("yi", 404), ("chen", 404), ("far-member", 404), ("far-office", 404), ("wu", 404)],
)  # fmt: skip
@pytest.mark.parametrize("view", ["file", "paper", "document", "export"])
def test_who_reads_a_file(hall: Hall, who: str, status: int, view: str) -> None:
    args = [hall.member_of("jia").uid, *(["xlsx"] if view == "export" else [])]
    answer = hall.login(hall.everyone[who]).get(reverse(f"dossier:{view}", args=args), {"period": YEAR})
    b"".join(answer) if answer.streaming else answer.content
    assert answer.status_code == status


def test_the_way_to_ones_own_file(hall: Hall) -> None:
    answer = hall.login(hall.jia).get(reverse("dossier:me"))
    assert answer.status_code == 302
    assert answer.url.startswith(url(hall, "jia"))
    assert hall.login(hall.wen).get(reverse("dossier:me")).status_code == 404


def test_what_a_reader_may_not_open_is_counted_and_not_shown(hall: Hall) -> None:
    """The office keeps meetings, not proposals: it sees that there is one."""
    proposal = hall.submitted()
    shown = page(hall.login(hall.wen), "dossier:file", hall.member_of("jia").uid, period=YEAR)
    assert "提出提案" in shown
    assert "内容无权查看" in shown
    assert proposal.title not in shown


def test_two_of_one_name_are_two_files(hall: Hall) -> None:
    other = people.add_member(
        builder(), hall.here, hall.here.terms.get(), people.Facts(name="甲文", employer="区医院"), starts=START
    )
    hall.submitted()
    shown = page(hall.login(hall.xin), "dossier:file", other.uid, period=YEAR)
    assert "甲文（区医院）的履职档案" in shown
    assert "时段内还没有履职记录" in shown


def test_a_late_entry_is_told(hall: Hall) -> None:
    hall.held(held_on=TODAY.replace(month=1, day=5), ends_on=TODAY.replace(month=1, day=5))
    assert "迟录56天" in page(hall.login(hall.jia), "dossier:file", hall.member_of("jia").uid, period=YEAR)


def test_the_sheet_carries_every_line_and_the_journal_who_took_it(hall: Hall) -> None:
    proposal = hall.cosigned_in()
    hall.held()
    client, member = hall.login(hall.jia), hall.member_of("jia")
    answer = client.get(reverse("dossier:export", args=[member.uid, "xlsx"]), {"period": YEAR})
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer)))
    cells = [" ".join(str(value) for value in row) for row in book.get_sheet_by_index(0).to_python()]
    assert any(proposal.title in cell and "第一提案人" in cell for cell in cells)
    assert any("龙泉社区院坝协商会" in cell and "经办人逐人登记" in cell for cell in cells)
    assert Entry.objects.filter(event="dossier.exported").count() == 1


def test_the_personal_sheet_says_who_sums_and_lines(hall: Hall) -> None:
    hall.cosigned_in()
    hall.held()
    answer = hall.login(hall.jia).get(reverse("dossier:document", args=[hall.member_of("jia").uid]), {"period": YEAR})
    text = read_docx_text(io.BytesIO(b"".join(answer)))
    for word in ("委员履职登记表", "甲文", "经济委员会", "关于完善社区食堂的提案", "出席率100"):
        assert word in text


def test_a_page_costs_the_same_at_five_and_fifty_lines(hall: Hall) -> None:
    client, found = hall.login(hall.jia), []
    address = url(hall, "jia") + f"?period={YEAR}"
    for many in (5, 45):
        for _ in range(many):
            hall.submitted()
        client.get(address)
        found.append(len(statements(lambda: client.get(address))))
    assert found[0] == found[1]
    assert found[0] <= 15


def test_everybody_is_counted_in_one_statement(hall: Hall) -> None:
    hall.cosigned_in()
    hall.held()
    persons = sums.persons_of(sums.holders(hall.here, PERIOD))
    with_all: dict[int, Any] = {}
    assert len(statements(lambda: with_all.update(sums.counted(hall.scope, PERIOD, KINDS, persons)))) == 1
    assert with_all[hall.member_of("jia").person_id]["activities.came"] == (1, 1)
    assert with_all[hall.member_of("yi").person_id]["activities.came"] == (0, 1)


def test_the_card_on_the_page_of_a_member(hall: Hall) -> None:
    hall.submitted()
    own = page(hall.login(hall.jia), "people:member", hall.member_of("jia").uid)
    assert url(hall, "jia") in own
    assert "提出提案（第一提案人）1件" in own
    assert url(hall, "jia") not in page(hall.login(hall.yi), "people:member", hall.member_of("jia").uid)


def test_the_desk_shows_this_years_sums(hall: Hall) -> None:
    hall.submitted()
    shown = page(hall.login(hall.jia), "desk:home")
    assert "我的履职档案" in shown
    assert f"{url(hall, 'jia')}?period={YEAR}&amp;kind=proposals" in shown
