"""What a public page costs: the same at 5 rows and at 50; one statement where it is kept."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.portal.tests.site import Site, get, statements

LIST, PAGE, HOME, KEPT = 14, 15, 26, 1
LISTS = (
    ("proposals",), ("rules",), ("reports",), ("members",), ("feed",), ("data_file", "proposals", "csv"),
    ("data_file", "rules", "csv"), ("data_file", "reports", "csv"), ("data_file", "members", "csv"),
)  # fmt: skip


def test_lists_cost_the_same_at_5_and_50_rows(site: Site) -> None:
    counted = []
    rows = (site.published(), site.ruled(), site.reported())
    for more in (4, 45):
        for row in rows:
            site.copied(row, more)
        for number in range(more):
            site.joined(more * 100 + number)
        counted.append({one: statements(*one) for one in LISTS})
        counted[-1] |= {("home",): statements("home"), ("search",): statements("search", q="工作")}
    few, many = counted
    for page in few:
        limit = HOME if page in {("home",), ("search",)} else LIST
        assert len(few[page]) == len(many[page]), (page, "\n".join(many[page]))
        assert len(many[page]) <= limit, (page, "\n".join(many[page]))


def test_a_page_that_is_kept_costs_one_statement(site: Site) -> None:
    row, version, report = site.published(), site.ruled(), site.reported()
    pages = (
        ("home",), ("proposal", row.proposal.uid), ("rule", version.regulation.uid), ("report", report.uid),
        ("member", site.members[site.jia.pk].uid),
    )  # fmt: skip
    for page in pages:
        limit = HOME if page == ("home",) else PAGE
        assert len(statements(*page)) <= limit, (page, "\n".join(statements(*page)))
        with CaptureQueriesContext(connection) as caught:
            get(*page)
        assert len(caught.captured_queries) == KEPT, page
