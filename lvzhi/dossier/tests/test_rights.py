"""Each right as a test and as rows: the two agree for everybody, on every record."""

from __future__ import annotations

from lvzhi.committee.models import Committee, Organ
from lvzhi.dossier import rules
from lvzhi.dossier.tests.hall import Hall
from lvzhi.people.models import Member


def test_tests_and_rows_agree(hall: Hall) -> None:
    for rule, model in (
        (rules.FILE, Member), (rules.ORGAN, Organ), (rules.RECONCILE, Committee), (rules.LEDGERS, Committee),
    ):  # fmt: skip
        for account in hall.everyone.values():
            actor = hall.actor(account)
            rows = set(model.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
            assert rows == {one.pk for one in model.objects.all() if rule(actor, one)}, (rule.label, account.username)


def test_somebody_is_kept_out_and_somebody_let_in_by_each(hall: Hall) -> None:
    jia = hall.member_of("jia")
    readers = {account.username for account in hall.everyone.values() if rules.FILE(hall.actor(account), jia)}
    assert readers == {"jia", "shen", "wen", "ding", "ji", "xin"}
