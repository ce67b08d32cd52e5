"""A Party branch's year on its page and on paper: each number is its rows, narrowed to the branch."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape

import pytest
from django.urls import reverse

from lvzhi.board import queries
from lvzhi.deadlines import clock
from lvzhi.party.tests.hall import Hall

TODAY = dt.date(2026, 6, 15)


@pytest.mark.django_db
def test_a_branch_s_numbers_are_its_own_rows() -> None:
    with clock.at(TODAY):
        hall = Hall()
        branch, other = hall.led(), hall.branch("文史委员会党支部", organ=hall.history)
        hall.held(branch, "theme_day", dt.date(2026, 3, 5))
        hall.held(branch, "lecture", dt.date(2026, 4, 9))
        year = {figure.key: now for figure, now, _ in queries.year_of_body(branch, hall.year)}
        assert year["party.meetings"].value == 2
        assert year["party.seats"].value == 3
        assert "party.meetings" not in {figure.key for figure, _, _ in queries.year_of_body(other, hall.year)}
        client = hall.login(hall.bai)
        body = client.get(reverse("board:body", args=[branch.uid]), {"period": "2026"}).content.decode()
        urls = [unescape(url) for url in re.findall(r'href="(/figures/[a-z_.]+/\?[^"]*cut=body[^"]*)"', body)]
        for key, result in year.items():
            answer = client.get(next(one for one in urls if f"/{key}/?" in one))
            assert answer.context["result"].value == result.value, key
            assert branch.name in answer.content.decode()
        paper = client.get(reverse("board:body_paper", args=[branch.uid]), {"period": "2026"}).content.decode()
        assert "经济委员会党支部履职数据" in paper
        listed = client.get(reverse("board:organs")).content.decode()
        assert reverse("board:body_paper", args=[branch.uid]) in listed
        assert hall.login(hall.far).get(reverse("board:body", args=[branch.uid])).status_code == 404
