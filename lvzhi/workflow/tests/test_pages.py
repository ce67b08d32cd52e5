"""The pages of procedures say what the values say: every state drawn, every step told, nothing by hand."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from lvzhi.accounts.tests.house import House, login
from lvzhi.workflow import diagram, registry, tables
from lvzhi.workflow.declare import Workflow


def workflows() -> list[Workflow]:
    return list(registry.workflows())


@pytest.fixture
def visitor(db: None) -> Client:
    return login(House().clerk)


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_procedure_has_its_page(visitor: Client) -> None:
    listed = read(visitor, "/workflow/")
    for workflow in workflows():
        assert workflow.name in listed
        page = read(visitor, f"/workflow/{workflow.key}/")
        for step in workflow.steps:
            assert step.name in page
            assert step.automatic or step.may.label in page
        for state in workflow.states.values:
            assert workflow.label(state) in page
        for clock in workflow.clocks:
            assert clock.norm in page


def test_the_rights_page_names_everyone_who_may(visitor: Client) -> None:
    page = read(visitor, "/workflow/rights/")
    for workflow in workflows():
        for step in workflow.steps:
            assert step.name in page
            assert step.automatic or step.may.label in page


def test_an_unknown_procedure_is_not_found(visitor: Client) -> None:
    assert visitor.get("/workflow/no.such/").status_code == 404


@pytest.mark.parametrize("workflow", workflows(), ids=lambda one: one.key)
class TestDiagram:
    def test_is_sound_and_without_inline_style(self, workflow: Workflow) -> None:
        text = str(diagram.svg(workflow))
        root = ET.fromstring(text)
        assert "style" not in re.findall(r"\s([a-z-]+)=", text)
        boxes = root.findall("{http://www.w3.org/2000/svg}rect")
        assert len(boxes) == len(workflow.states.values)

    def test_fits_a_phone(self, workflow: Workflow) -> None:
        drawing = diagram.lay_out(workflow)
        assert drawing.width <= 390
        tops = [(node.top, node.bottom) for node in drawing.nodes]
        assert all(above[1] < below[0] for above, below in zip(tops, tops[1:], strict=False))

    def test_every_move_is_drawn_once(self, workflow: Workflow) -> None:
        drawing = diagram.lay_out(workflow)
        place = {node.state: number for number, node in enumerate(drawing.nodes)}
        for number, step in enumerate(workflow.steps, 1):
            for source in step.frm:
                for target in step.to or (source,):
                    straight = place[target] == place[source] + 1
                    arrows = [n for n, _ in drawing.straight.get(place[source], ())]
                    lanes = [lane for lane in drawing.lanes if lane.number == number]
                    assert number in arrows if straight else place[target] in lanes[0].targets

    def test_no_two_lanes_lie_on_each_other(self, workflow: Workflow) -> None:
        lanes = diagram.lay_out(workflow).lanes
        for one in lanes:
            for other in lanes:
                if one is not other and one.column == other.column:
                    assert one.span[1] < other.span[0] or other.span[1] < one.span[0]

    def test_the_step_table_has_every_step(self, workflow: Workflow) -> None:
        assert len(tables.steps(workflow)) == len(workflow.steps)
