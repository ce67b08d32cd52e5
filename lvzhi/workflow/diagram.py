"""A procedure drawn from its table: states from top to bottom in layers, steps as lines, no position given by hand.

Every state is a box in one column. A step to the box just below is an arrow between the two, with its name. Every other
step has a lane at the right: stubs leave the states it may be taken from, an arrow enters the one it leads to. Lanes
never share a stretch, so lines never lie on each other; each carries the number of its step in the table below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lvzhi.workflow.declare import Step, Workflow
from lvzhi.workflow.vocabulary import WORDS

LEFT, BOX, LANE, NARROW, PHONE = 8, 140, 19, 11, 390
SLOT, PADDING, GAP, LINE = 15, 13, 26, 16
LEAST = 44
INK, SOFT, PAPER, SEAL = "#26221d", "#5a5248", "#fffefc", "#8c1c22"


@dataclass
class Node:
    """A state as a box; ``slots`` counts the lines at its right side."""

    state: str
    label: str
    final: bool
    top: int = 0
    slots: int = 0
    taken: int = 0

    @property
    def height(self) -> int:
        return max(LEAST, self.slots * SLOT + PADDING)

    @property
    def bottom(self) -> int:
        return self.top + self.height

    def slot(self) -> int:
        """The height of the next free place for a line."""
        self.taken += 1
        return self.top + round(self.height * self.taken / (self.slots + 1))


@dataclass
class Lane:
    """A step that does not lead to the next box: where from, where to, and in which lane."""

    number: int
    step: Step
    sources: list[int]
    targets: list[int]
    column: int = 0
    stays: bool = False

    @property
    def span(self) -> tuple[int, int]:
        ends = [*self.sources, *self.targets]
        return min(ends), max(ends)


@dataclass
class Drawing:
    """Boxes, arrows between neighbours (place → numbers and names), and lanes."""

    nodes: list[Node]
    straight: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    lanes: list[Lane] = field(default_factory=list)

    @property
    def columns(self) -> int:
        return max((lane.column for lane in self.lanes), default=0) + 2

    @property
    def pitch(self) -> int:
        """From one lane to the next: closer together where there are many, so that all fit a phone."""
        return max(NARROW, min(LANE, (PHONE - LEFT - BOX - 8) // self.columns))

    @property
    def width(self) -> int:
        return LEFT + BOX + self.columns * self.pitch + 8

    @property
    def height(self) -> int:
        return self.nodes[-1].bottom + 10


def layers(workflow: Workflow) -> list[str]:
    """States in order of how many steps lead to them from the first; among equals as they are declared."""
    depth = {workflow.initial: 0}
    line = [workflow.initial]
    for state in line:
        for step in workflow.steps:
            if state in step.frm:
                for target in step.to:
                    if target not in depth:
                        depth[target] = depth[state] + 1
                        line.append(target)
    declared = list(workflow.states.values)
    main = {state: place for place, (_, states) in enumerate(workflow.phases) for state in states}

    def key(state: str) -> tuple[bool, int, int]:
        """What lies off the main way stands below it."""
        off = bool(main) and state not in main
        return off, main.get(state, depth[state]) if main else depth[state], declared.index(state)

    return sorted(depth, key=key)


def lay_out(workflow: Workflow) -> Drawing:
    """Place the boxes, find what leads to the next box, and give each other step a lane."""
    order = layers(workflow)
    place = {str(state): index for index, state in enumerate(order)}
    nodes = [Node(state, workflow.label(state), state in workflow.final) for state in order]
    drawing = Drawing(nodes)
    for number, step in enumerate(workflow.steps, 1):
        sources = sorted(place[state] for state in step.frm if state in place)
        beyond = set()
        for source in sources:
            for target in [place[state] for state in step.to] or [source]:
                if target == source + 1:
                    drawing.straight.setdefault(source, []).append((number, step.name))
                else:
                    beyond.add((source, target))
        if beyond:
            starts, ends = sorted({source for source, _ in beyond}), sorted({target for _, target in beyond})
            drawing.lanes.append(Lane(number, step, starts, ends, stays=starts == ends))
    _columns(drawing.lanes)
    for lane in drawing.lanes:
        for end in set(lane.sources) | set(lane.targets):
            nodes[end].slots += 1
    top = 8
    for number, node in enumerate(nodes):
        node.top = top
        top = node.bottom + GAP + LINE * len(drawing.straight.get(number, ()))
    return drawing


def _columns(lanes: Sequence[Lane]) -> None:
    """Short lanes nearest to the boxes; two share a column only where neither touches the other's stretch."""
    columns: list[list[tuple[int, int]]] = []
    for lane in sorted(lanes, key=lambda one: (one.span[1] - one.span[0], one.span)):
        first, last = lane.span
        free = (n for n, held in enumerate(columns) if all(last < start or end < first for start, end in held))
        number = next(free, len(columns))
        if number == len(columns):
            columns.append([])
        columns[number].append((first, last))
        lane.column = number


def svg(workflow: Workflow) -> SafeString:
    """The drawing as SVG, with the same in words for who does not see it; no style attributes (R12 CSP)."""
    drawing = lay_out(workflow)
    parts = [*_boxes(drawing), *_straight(drawing), *_lanes(drawing)]
    title = WORDS["diagram"].format(name=workflow.name)
    return format_html(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}" xmlns="http://www.w3.org/2000/svg" font-size="13">'
        "<title>{}</title>{}</svg>",
        drawing.width, drawing.height, title, title, format_html_join("", "{}", ((part,) for part in parts)),
    )  # fmt: skip


def _boxes(drawing: Drawing) -> Iterator[SafeString]:
    for node in drawing.nodes:
        first = node is drawing.nodes[0]
        stroke, width = (SEAL, 2) if first or node.final else (SOFT, 1)
        yield format_html(
            '<rect x="{}" y="{}" width="{}" height="{}" rx="{}" fill="{}" stroke="{}" stroke-width="{}"/>',
            LEFT, node.top, BOX, node.height, LEAST // 2 if node.final else 6, PAPER, stroke, width,
        )  # fmt: skip
        yield format_html(
            '<text x="{}" y="{}" text-anchor="middle" fill="{}" font-size="14">{}</text>',
            LEFT + BOX // 2, node.top + node.height // 2 + 5, INK, node.label,
        )  # fmt: skip


def _arrow(x: int, y: int, *, down: bool) -> SafeString:
    points = f"{x},{y} {x - 4},{y - 8} {x + 4},{y - 8}" if down else f"{x},{y} {x + 8},{y - 4} {x + 8},{y + 4}"
    return format_html('<polygon points="{}" fill="{}"/>', points, INK)


def _straight(drawing: Drawing) -> Iterator[SafeString]:
    x = LEFT + BOX // 2
    for place, steps in drawing.straight.items():
        above, below = drawing.nodes[place], drawing.nodes[place + 1]
        yield format_html('<path d="M{} {}V{}" stroke="{}" fill="none"/>', x, above.bottom, below.top - 7, INK)
        yield _arrow(x, below.top, down=True)
        for line, (number, name) in enumerate(steps):
            said, y = WORDS["step"].format(number=number, name=name), above.bottom + GAP // 2 + LINE * line + 8
            yield format_html('<text x="{}" y="{}" fill="{}" font-size="12">{}</text>', x + 8, y, INK, said)


def _lanes(drawing: Drawing) -> Iterator[SafeString]:
    edge = LEFT + BOX
    for lane in sorted(drawing.lanes, key=lambda one: one.column):
        x = edge + (lane.column + 1) * drawing.pitch + 4
        heights = {place: drawing.nodes[place].slot() for place in sorted({*lane.sources, *lane.targets})}
        top, bottom = min(heights.values()), max(heights.values())
        dash = "4 3" if lane.step.automatic else "none"
        lines = "".join(f"M{edge} {y}H{x}" for y in heights.values()) + f"M{x} {top}V{bottom}"
        yield format_html('<path d="{}" stroke="{}" fill="none" stroke-dasharray="{}"><title>{}</title></path>',
                          lines, SOFT, dash, WORDS["step"].format(number=lane.number, name=lane.step.name))  # fmt: skip
        if not lane.stays:
            for target in lane.targets:
                yield _arrow(edge, heights[target], down=False)
        middle = (top + bottom) // 2
        yield format_html('<circle cx="{}" cy="{}" r="8" fill="{}" stroke="{}"/>', x, middle, PAPER, SOFT)
        yield format_html('<text x="{}" y="{}" text-anchor="middle" fill="{}" font-size="10">{}</text>',
                          x, middle + 4, INK, lane.number)  # fmt: skip
