"""Sums of files against figures, the ledger of an organ, and the pages that show them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lvzhi.dossier.kinds import KINDS
from lvzhi.dossier.queries import sums
from lvzhi.dossier.queries.sums import Balance, Sum
from lvzhi.dossier.tests.hall import TODAY, YEAR, Hall
from lvzhi.metrics import periods
from lvzhi.people import actions as people
from lvzhi.proposals.tests.people import builder
from lvzhi.proposals.tests.test_counts import statements
from lvzhi.proposals.tests.test_pages import page

PERIOD = periods.year(TODAY.year)


def balance(hall: Hall, key: str) -> Balance:
    return next(one for one in sums.balances(hall.here, PERIOD, KINDS) if one.kind.key == key)


def test_members_and_others_come_to_the_figure_and_its_denominator(hall: Hall) -> None:
    hall.held()
    one = balance(hall, "activities.attended.consultation")
    assert one.sum == Sum(lines=1, records=1, rest=1, figure=2)  # 甲 came, and 甘 of the staff
    assert one.whole == Sum(lines=2, records=2, rest=1, figure=3)  # 乙 was expected too
    assert one.agrees


def test_a_record_of_two_members_is_two_lines_and_one_record(hall: Hall) -> None:
    persons = [hall.member_of(name).person for name in ("jia", "yi")]
    hall.advice(authors=persons)
    assert balance(hall, "ledger.advice").sum == Sum(lines=2, records=1, rest=0, figure=1)


def test_a_problem_belongs_to_those_who_were_there(hall: Hall) -> None:
    hall.problem(activity=hall.held())
    hall.problem("井盖破损")  # found nowhere in particular
    assert balance(hall, "ledger.problems").sum == Sum(lines=1, records=1, rest=1, figure=2)


def test_one_who_left_before_has_no_file_of_the_year_and_is_among_the_others(hall: Hall) -> None:
    member = hall.member_of("jia")
    hall.submitted()
    assert balance(hall, "proposals.first").sum == Sum(lines=1, records=1, rest=0, figure=1)
    people.end_tenure(builder(), member, TODAY.replace(year=TODAY.year - 1, month=12), "resigned", left_by="常委会")
    assert balance(hall, "proposals.first").sum == Sum(lines=0, records=0, rest=1, figure=1)


def test_what_does_not_come_out_is_said() -> None:
    one = next(kind for kind in KINDS if not kind.shared)
    assert not Balance(one, Sum(lines=3, records=3, rest=1, figure=5), None).agrees
    assert not Balance(one, Sum(lines=4, records=3, rest=1, figure=4), None).agrees
    assert Balance(one, Sum(lines=3, records=3, rest=1, figure=4), None).agrees


def test_the_reconciliation_costs_a_few_statements_whatever_there_is(hall: Hall) -> None:
    """One for the lines, and the figures in as few as a database takes that many parameters in."""
    cost = len(statements(lambda: sums.balances(hall.here, PERIOD, KINDS)))
    assert cost <= 3
    for _ in range(3):
        hall.held()
    assert len(statements(lambda: sums.balances(hall.here, PERIOD, KINDS))) == cost


def test_the_clerk_sees_each_kind_and_the_difference_by_name(hall: Hall) -> None:
    hall.held()
    client = hall.login(hall.wen)
    shown = page(client, "dossier:reconcile", period=YEAR)
    assert "各类都一致" in shown
    assert "1（应到2）" in shown
    one = page(client, "dossier:balance", "activities.attended.consultation", period=YEAR)
    assert "甘部" in one
    assert reverse("dossier:file", args=[hall.member_of("jia").uid]) in one
    answer = client.get(reverse("dossier:balance_export", args=["activities.came", "csv"]), {"period": YEAR})
    text = b"".join(answer).decode()
    assert "甲文,1,1" in text
    assert "乙明,0,1" in text


@pytest.mark.parametrize("who", ["jia", "shen", "far-office", "wu"])
def test_the_reconciliation_is_for_the_staff(hall: Hall, who: str) -> None:
    client, committee = hall.login(hall.everyone[who]), str(hall.here.uid)
    for name, args in (("list", []), ("reconcile", []), ("balance", ["activities.came"])):
        answer = client.get(reverse(f"dossier:{name}", args=args), {"committee": committee})
        assert answer.status_code == 403, name


def test_an_unknown_kind_is_not_there(hall: Hall) -> None:
    assert hall.login(hall.wen).get(reverse("dossier:balance", args=["nothing"])).status_code == 404


def test_the_list_goes_by_name_and_never_by_number(hall: Hall) -> None:
    for _ in range(2):
        hall.submitted()
    shown = page(hall.login(hall.wen), "dossier:list", period=YEAR, sort="-proposals")
    assert shown.index("丙成") < shown.index("甲文") < shown.index("乙明")
    assert "lz-sort" not in shown


def test_an_organs_ledger_has_its_own_work_and_its_members(hall: Hall) -> None:
    activity = hall.held()
    hall.problem()
    shown = page(hall.login(hall.shen), "dossier:organ", hall.economy.uid, period=YEAR)
    assert reverse("activities:detail", args=[activity.uid]) in shown
    assert "路灯不亮" in shown
    assert "1（应到1）" in shown  # 甲, who sits in it
    assert "乙明" not in shown
    members = page(hall.login(hall.shen), "dossier:organ", hall.economy.uid, period=YEAR, of="members")
    assert "参加协商" in members


def test_the_number_of_an_organ_is_its_rows(hall: Hall) -> None:
    hall.held()
    hall.held(organ=hall.history)
    shown = page(hall.login(hall.wen), "dossier:organ", hall.economy.uid, period=YEAR)
    link = reverse("metrics:figure", args=["activities.events"])
    address = next(part for part in shown.split('"') if part.startswith(link)).replace("&amp;", "&")
    rows = hall.login(hall.wen).get(address).content.decode()
    assert "龙泉社区院坝协商会" in rows
    assert "共 1 条" in rows


@pytest.mark.parametrize(
    ("who", "status"), [("shen", 200), ("wen", 200), ("chen", 404), ("jia", 404), ("far-office", 404)]
)
def test_who_reads_an_organs_ledger(hall: Hall, who: str, status: int) -> None:
    for name, args in (("organ", []), ("organ_export", ["xlsx"])):
        answer = hall.login(hall.everyone[who]).get(reverse(f"dossier:{name}", args=[hall.economy.uid, *args]))
        b"".join(answer) if answer.streaming else answer.content
        assert answer.status_code == status, name


def test_an_organs_page_costs_the_same_for_any_number_of_members_and_lines(hall: Hall) -> None:
    client, found = hall.login(hall.shen), []
    address = reverse("dossier:organ", args=[hall.economy.uid]) + f"?period={YEAR}&of=members"
    for many in (1, 8):
        for number in range(many):
            member = people.add_member(
                builder(), hall.here, hall.here.terms.get(), people.Facts(name=f"员{many}{number}"),
                starts=TODAY.replace(day=1),
            )  # fmt: skip
            people.join(builder(), member, hall.economy, starts=TODAY.replace(day=1))
            hall.submitted()
        client.get(address)
        found.append(len(statements(lambda: client.get(address))))
    assert found[0] == found[1]
    assert found[0] <= 15
