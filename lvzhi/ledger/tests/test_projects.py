"""Problems of a project: entered from its page, shown on it, counted by the ledger alone."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lvzhi.committee.scope import Scope
from lvzhi.ledger.metrics.problems import SOLVED
from lvzhi.ledger.models import Problem
from lvzhi.ledger.tests.desk import TODAY, Desk
from lvzhi.metrics import compute
from lvzhi.metrics.periods import year
from lvzhi.projects import actions as projects
from lvzhi.projects.models import Project


@pytest.fixture
def project(desk: Desk) -> Project:
    data = {"title": "冷链物流园项目", "way": "care", "kind": "service", "taken_on": TODAY, "organ": desk.economy}
    return projects.register(desk.actor(desk.wen), desk.here, data)


def test_a_problem_of_a_project_is_solved_where_it_was_found(desk: Desk, project: Project) -> None:
    client = desk.login(desk.wen)
    page = client.get(reverse("projects:detail", args=[project.uid])).content.decode()
    url = f"{reverse('ledger:new_problems')}?project={project.uid}"
    assert url in page
    form = client.get(url).content.decode()
    assert ("冷链物流园项目" in form, 'name="source"' in form, 'name="day"' in form) == (True, False, True)
    sent = {"text": "用电容量不足\n进场道路未通", "day": "2026-03-02", "solved": "on", "result": "供电所已增容。"}
    answer = client.post(url, sent | {"once": "p"})
    assert answer["Location"] == reverse("projects:detail", args=[project.uid])
    found = set(Problem.objects.values_list("project_id", "source", "organ_id", "state"))
    assert found == {(project.pk, "project", desk.economy.pk, "checked")}
    shown = client.get(answer["Location"]).content.decode()
    assert "用电容量不足" in shown
    assert compute.compute(SOLVED, Scope(desk.here), year(2026)).value == 2
    problem = Problem.objects.order_by("pk")[0]
    entry = client.get(reverse("ledger:problem", args=[problem.uid])).content.decode()
    assert f'href="{reverse("projects:detail", args=[project.uid])}"' in entry
    listed = client.get(reverse("ledger:problems"), {"project": str(project.uid)}).content.decode()
    assert "进场道路未通" in listed


def test_a_project_of_elsewhere_takes_no_problem(desk: Desk, project: Project) -> None:
    url = f"{reverse('ledger:new_problems')}?project={project.uid}"
    assert desk.login(desk.far_office).get(url).status_code == 404
    assert desk.login(desk.wen).get(f"{reverse('ledger:new_problems')}?project=x").status_code == 404
