"""Who may see and do what: a table of role × page."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from lvzhi.proposals.tests.people import Town

YES, NO, ABSENT = 200, 403, 404
PEOPLE = ("jia", "yi", "bing", "ding", "wu", "ji", "xin", "far-member", "far-clerk", "far-officer")
# With the right, without it, and of another committee: what each page answers.
TABLE: dict[str, tuple[int, ...]] = {
    #                     jia   yi    bing    ding    wu      ji      xin     elsewhere ×3
    "draft":             (YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "edit":              (YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "submitted":         (YES, ABSENT, ABSENT, YES, ABSENT, YES, YES, ABSENT, ABSENT, ABSENT),
    "file":              (NO, ABSENT, ABSENT, YES, ABSENT, YES, NO, ABSENT, ABSENT, ABSENT),
    "void":              (NO, ABSENT, ABSENT, YES, ABSENT, YES, NO, ABSENT, ABSENT, ABSENT),
    "invited":           (YES, YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "sign an invitation": (NO, YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "assigned":          (YES, ABSENT, ABSENT, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT),
    "sign for":          (ABSENT, ABSENT, ABSENT, NO, YES, NO, ABSENT, ABSENT, ABSENT, ABSENT),
    "answer":            (NO, ABSENT, ABSENT, NO, YES, NO, NO, ABSENT, ABSENT, ABSENT),
    "rate":              (YES, ABSENT, ABSENT, NO, NO, NO, NO, ABSENT, ABSENT, ABSENT),
    "mine":              (YES,) * 10,
    "library":           (YES,) * 10,
    "key":               (YES,) * 10,
    "unit":              (NO, NO, NO, NO, YES, NO, NO, NO, NO, YES),
    "export":            (NO, NO, NO, YES, NO, YES, YES, NO, YES, NO),
    "write":             (YES, YES, YES, NO, NO, NO, NO, YES, NO, NO),
}  # fmt: skip


def urls(town: Town) -> dict[str, str]:
    def step(kind: str, record: Any, key: str) -> str:
        return reverse("proposals:step", args=[kind, record.uid, key])

    draft, submitted, assigned = town.draft(), town.submitted(), town.assigned()
    row = town.invited()
    handling, answered = town.handling(), town.answered()
    return {
        "draft": reverse("proposals:detail", args=[draft.uid]),
        "edit": reverse("proposals:edit", args=[draft.uid]),
        "submitted": reverse("proposals:detail", args=[submitted.uid]),
        "file": step("proposal", submitted, "file"),
        "void": reverse("proposals:void", args=[submitted.uid]),
        "invited": reverse("proposals:detail", args=[row.proposal.uid]),
        "sign an invitation": step("cosignature", row, "sign"),
        "assigned": reverse("proposals:detail", args=[assigned.uid]),
        "sign for": step("assignment", town.lead(assigned), "sign"),
        "answer": step("proposal", handling, "answer"),
        "rate": step("proposal", answered, "rate"),
        "mine": reverse("proposals:mine"),
        "library": reverse("proposals:list"),
        "key": reverse("proposals:key"),
        "unit": reverse("proposals:unit"),
        "export": reverse("proposals:export", args=["csv"]),
        "write": reverse("proposals:write"),
    }


def test_role_by_page(town: Town) -> None:
    addresses = urls(town)
    # The step pages of a proposal are absent to whoever cannot see it, and refused to whoever may not take it.
    clients = [town.login(town.everyone[who]) for who in PEOPLE]
    found = {name: tuple(client.get(addresses[name]).status_code for client in clients) for name in TABLE}
    assert found == TABLE


def test_nothing_without_login(town: Town) -> None:
    from django.test import Client

    for url in urls(town).values():
        assert Client().get(url).status_code == 302
