"""A picture of the network, drawn from its pairs: layers from left to right, nothing placed by hand.

Whoever keeps in touch stands left of those kept in touch with. A pair that has had contacts is a thick line, one that
has had none a dashed one: readable in black and white. A large network is drawn on several sheets, each as tall as a
page of A4 takes, and breaks between those who keep in touch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lvzhi.contacts.vocabulary.words import CONTINUED, LEGEND, NODE, SHORTENED

WIDTH, ROW, BOX, TEXT, TOP = 720, 30, 24, 15, 40
ROWS = 29  # of a sheet: with heading and margins as tall as a page of A4
COLUMNS = {2: ((0, 170), (420, 300)), 3: ((0, 150), (285, 150), (570, 150))}
LETTER = 16  # what a Chinese letter takes of a box
INK, PAPER, GREY = "#26221d", "#ffffff", "#5a5248"
Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """A pair as a line: from which end to which, how often, and where its contacts stand."""

    near: str
    far: str
    near_name: str
    far_name: str
    count: int
    url: str


@dataclass
class Node:
    """An end as a box."""

    layer: int
    name: str
    slots: list[float] = field(default_factory=list)
    count: int = 0
    lines: int = 0
    row: float = 0
    first: bool = False

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return TOP + self.row * ROW + BOX / 2


@dataclass
class Sheet:
    """What one page shows."""

    nodes: dict[Key, Node] = field(default_factory=dict)
    edges: dict[tuple[Key, Key], Edge] = field(default_factory=dict)
    slots: int = 0

    @property
    def rows(self) -> float:
        """How many rows it takes."""
        return max((node.row for node in self.nodes.values()), default=0) + 1


Path = tuple[Edge, ...]


def paths(layers: Sequence[Sequence[Edge]]) -> list[Path]:
    """From each who keeps in touch at the very left to the last one reached, one path a row, in order."""
    below: dict[str, list[Edge]] = {}
    for edge in layers[1] if len(layers) > 1 else ():
        below.setdefault(edge.near, []).append(edge)
    found: list[Path] = []
    for edge in layers[0]:
        found += [(edge, last) for last in below[edge.far]] if edge.far in below else [(edge,)]
    return found


def sheets(layers: Sequence[Sequence[Edge]], rows: int = ROWS) -> list[Sheet]:
    """The picture as sheets of at most so many rows, each broken between people where it can be."""
    made: list[Sheet] = []
    for part in _parts(paths(layers), rows):
        sheet = Sheet()
        for path in part:
            _place(sheet, path)
        _settle(sheet)
        made.append(sheet)
    seen: set[Key] = set()
    for sheet in made:
        for key, node in sheet.nodes.items():
            if node.first and key in seen:
                node.name = CONTINUED.format(name=node.name)
        seen |= set(sheet.nodes)
    return made


def _parts(whole: Sequence[Path], rows: int) -> Iterator[list[Path]]:
    """Paths in portions of at most so many; one person's, or one branch of it, is kept together where it fits."""
    part: list[Path] = []
    for top in _runs(whole, 0):
        if part and len(part) + len(top) > rows:
            yield part
            part = []
        if len(top) <= rows:
            part += top
            continue
        for branch in _runs(top, 1):
            if part and len(part) + len(branch) > rows:
                yield part
                part = []
            full = len(branch) // rows * rows if len(branch) > rows else 0
            yield from (branch[place : place + rows] for place in range(0, full, rows))
            part += branch[full:]
    if part:
        yield part


def _runs(rows: Sequence[Path], level: int) -> Iterator[list[Path]]:
    """Neighbouring paths that begin with the same person (0), or with the same pair (1)."""
    run: list[Path] = []
    last: object = None
    for path in rows:
        mark = path[0].near if level == 0 else (path[0].near, path[0].far)
        if run and mark != last:
            yield run
            run = []
        run.append(path)
        last = mark
    if run:
        yield run


def _place(sheet: Sheet, path: Path) -> None:
    """Give the last end of a path a row of its own, unless it has one on this sheet already."""
    last = (len(path), path[-1].far)
    if last not in sheet.nodes or not sheet.nodes[last].slots:
        _node(sheet, last, path[-1].far_name).slots.append(sheet.slots)
        sheet.slots += 1
    row = sheet.nodes[last].slots[0]
    for layer, edge in enumerate(path):
        near, far = (layer, edge.near), (layer + 1, edge.far)
        node = _node(sheet, near, edge.near_name)
        node.slots.append(row)
        node.first = node.first or layer == 0
        end = _node(sheet, far, edge.far_name)
        if (near, far) not in sheet.edges:
            sheet.edges[near, far] = edge
            end.count += edge.count
            end.lines += 1


def _node(sheet: Sheet, key: Key, name: str) -> Node:
    return sheet.nodes.setdefault(key, Node(key[0], name))


def _settle(sheet: Sheet) -> None:
    """Each box in the middle of what it leads to; none upon another."""
    for node in sheet.nodes.values():
        node.row = (min(node.slots) + max(node.slots)) / 2
    for layer in {node.layer for node in sheet.nodes.values()}:
        lowest = -1.0
        for node in sorted((one for one in sheet.nodes.values() if one.layer == layer), key=lambda one: one.row):
            node.row = max(node.row, lowest + 1)
            lowest = node.row


def svg(sheet: Sheet, layers: int) -> SafeString:
    """A sheet as a drawing; every line and every far end opens to its contacts."""
    columns = COLUMNS[layers + 1]
    height = round(TOP + sheet.rows * ROW)
    drawn = sorted(sheet.edges.items(), key=lambda one: one[1].count > 0)  # thick lines lie over dashed ones
    lines = format_html_join("", "{}", ((_line(sheet, ends, edge, columns),) for ends, edge in drawn))
    urls = {far: edge.url for (_, far), edge in sheet.edges.items()}
    boxes = format_html_join("", "{}", ((_box(node, columns, urls.get(key, "")),) for key, node in sheet.nodes.items()))
    return format_html(
        '<svg viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true" focusable="false">{}{}{}</svg>',
        WIDTH, height, WIDTH, height, _legend(), lines, boxes,
    )  # fmt: skip


def _legend() -> SafeString:
    met, unmet = LEGEND
    line = '<line x1="{}" y1="12" x2="{}" y2="12" stroke="{}" stroke-width="{}"{}/>'
    text = '<text x="{}" y="17" font-size="14" fill="{}">{}</text>'
    return format_html(
        "{}{}{}{}",
        format_html(line, 2, 46, INK, 3.5, ""), format_html(text, 54, INK, met),
        format_html(line, 332, 376, INK, 1.4, format_html(' stroke-dasharray="{}"', "6 5")),
        format_html(text, 384, INK, unmet),
    )  # fmt: skip


def _line(sheet: Sheet, ends: tuple[Key, Key], edge: Edge, columns: Sequence[tuple[int, int]]) -> SafeString:
    near, far = sheet.nodes[ends[0]], sheet.nodes[ends[1]]
    x1, x2 = sum(columns[near.layer]), columns[far.layer][0]
    bend = round((x2 - x1) * 0.45)
    way = f"M{x1} {near.middle:g}C{x1 + bend} {near.middle:g} {x2 - bend} {far.middle:g} {x2} {far.middle:g}"
    wide, dashes = (3.2, "") if edge.count else (1.3, format_html(' stroke-dasharray="{}"', "6 5"))
    look = format_html('stroke-width="{}"{}', wide, dashes)
    return format_html(
        '<a href="{}" tabindex="-1"><path d="{}" fill="none" stroke="{}" {}/>'
        '<path d="{}" fill="none" stroke="transparent" stroke-width="14"/></a>',
        edge.url, way, INK, look, way,
    )  # fmt: skip


def _box(node: Node, columns: Sequence[tuple[int, int]], url: str) -> SafeString:
    left, wide = columns[node.layer]
    top = node.middle - BOX / 2
    said = NODE.format(name="", count=node.count) if node.lines and node.count else ""
    name = _fitted(node.name, wide - 16 - (len(said) * LETTER if said else 0))
    look = format_html('stroke-width="{}"', 1.8 if not node.lines or node.count else 1)
    dashes = format_html(' stroke-dasharray="{}"', "4 3") if node.lines and not node.count else ""
    drawn = format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="4" fill="{}" stroke="{}" {}{}/>'
        '<text x="{}" y="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>'
        '<text x="{}" y="{}" font-size="13" fill="{}" text-anchor="end">{}</text>',
        left + 1, f"{top:g}", wide - 2, BOX, PAPER, INK, look, dashes,
        left + 8, f"{node.middle + 5.5:g}", TEXT, 600 if node.layer == 0 or node.count else 400, INK, name,
        left + wide - 8, f"{node.middle + 5:g}", INK, said,
    )  # fmt: skip
    return format_html('<a href="{}" tabindex="-1">{}</a>', url, drawn) if url else drawn


def _fitted(name: str, wide: float) -> str:
    """What of a name has room."""
    most = max(2, int(wide // LETTER))
    return name if len(name) <= most else SHORTENED.format(text=name[: most - 1])


@dataclass(frozen=True, slots=True)
class Branch:
    """The same as a list: an end with those it leads to."""

    name: str
    edge: Edge | None
    below: tuple[Branch, ...] = ()


def tree(layers: Sequence[Sequence[Edge]]) -> list[Branch]:
    """The picture as a list, for a phone and for a reader of screens."""
    lower: dict[str, list[Edge]] = {}
    for edge in layers[1] if len(layers) > 1 else ():
        lower.setdefault(edge.near, []).append(edge)
    tops: dict[str, tuple[str, list[Branch]]] = {}
    for edge in layers[0]:
        below = tuple(Branch(one.far_name, one) for one in lower.get(edge.far, ()))
        tops.setdefault(edge.near, (edge.near_name, []))[1].append(Branch(edge.far_name, edge, below))
    return [Branch(name, None, tuple(below)) for name, below in tops.values()]


def tally(layers: Iterable[Iterable[Edge]]) -> dict[str, int]:
    """How many stand on either side of the first layer and below, and how many lines are thick and dashed."""
    edges = [edge for layer in layers for edge in layer]
    met = sum(1 for edge in edges if edge.count)
    return {
        "near": len({edge.near for edge in edges}), "far": len({edge.far for edge in edges}), "met": met,
        "unmet": len(edges) - met,
    }  # fmt: skip
