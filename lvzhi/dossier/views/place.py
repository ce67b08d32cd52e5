"""What the pages of the room share: period, pages by number, sums of groups, files to take away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from lvzhi import norms
from lvzhi.committee.models import Committee
from lvzhi.committee.web import as_file
from lvzhi.deadlines import clock
from lvzhi.dossier import tables
from lvzhi.dossier.kinds import KINDS, LineKind
from lvzhi.dossier.norms import LATE_DAYS
from lvzhi.dossier.queries.lines import Line
from lvzhi.dossier.queries.sums import Counts, group_count
from lvzhi.dossier.vocabulary.words import CAME, GROUPS, OF_ONE, WORDS
from lvzhi.metrics.compute import rate
from lvzhi.metrics.look import Look, address
from lvzhi.ui import formats

SIZE = 50
WIDEST = 10_000


def number_of(request: HttpRequest, total: int, size: int = SIZE) -> int:
    """The page asked for, within what there is."""
    asked = request.GET.get("page", "1")
    wanted = int(asked) if asked.isdecimal() and len(asked) < len(str(WIDEST)) else 1
    return min(max(wanted, 1), max(-(-total // size), 1))


def late_days(committee: Committee) -> int:
    """After how many days an entry is late."""
    return int(norms.value(LATE_DAYS, committee, clock.today()))


def chosen(request: HttpRequest) -> tuple[str, list[LineKind]]:
    """What the list is narrowed to: a kind, a group, or everything that is listed; an unknown word is everything."""
    word = request.GET.get("kind", "")
    of_kind = [one for one in KINDS if one.key == word]
    of_group = [one for one in KINDS if one.group == word and not (one.again and one.key == CAME)]
    found = of_kind or of_group
    return (word, found) if found else ("", [one for one in KINDS if not one.again])


def tabs(numbers: Counts, look: Look, word: str) -> list[dict[str, Any]]:
    """Everything, then each group that has lines; a chosen kind stands last."""
    found: list[dict[str, Any]] = [{"label": WORDS["all"], "url": look.query(kind=""), "active": not word}]
    for group, name in GROUPS.items():
        count = group_count(numbers, group)
        if count or word == group:
            found.append({"label": name, "url": look.query(kind=group), "active": word == group, "count": count})
    one = next((one for one in KINDS if one.key == word), None)
    if one is not None:
        count = numbers.get(one.key, (0, None))[0]
        found.append({"label": one.name, "url": look.query(kind=word), "active": True, "count": count})
    return found


def counted_by_group(numbers: Counts, look: Look) -> list[dict[str, Any]]:
    """Kinds that have lines under the headings of their groups, each with its number and the address of its lines."""
    found = []
    for group, name in GROUPS.items():
        rows = [
            {"name": one.name, "said": _said(one, *numbers[one.key]), "url": look.query(kind=one.key)}
            for one in KINDS
            if one.group == group and one.key != CAME and numbers.get(one.key, (0, None))[0]
        ]
        if rows:
            found.append({"name": name, "rows": rows})
    return found


def _said(one: LineKind, count: int, whole: int | None) -> str:
    """A number of one person's lines; of those attended with how often one was expected."""
    unit = OF_ONE.get(one.unit, one.metric.unit)
    pattern = WORDS["of_expected" if one.cuts and whole else "of_one"]
    return pattern.format(count=formats.number(count), unit=unit, whole=whole)


def attendance(numbers: Counts) -> dict[str, Any]:
    """Came and expected, with the rate: the same rows as the figure's (R6.6)."""
    came, expected = numbers.get(CAME, (0, 0))
    return {"came": came, "expected": expected or 0, "rate": rate(came, expected or 0)}


def totals(numbers: Mapping[int, Counts]) -> dict[int, dict[str, str]]:
    """Sums of the groups by person as a list shows them; who came to activities with who was expected."""
    found: dict[int, dict[str, str]] = {}
    for person, counts in numbers.items():
        sums = {group: formats.number(count) for group in GROUPS if (count := group_count(counts, group))}
        expected = counts.get(CAME, (0, 0))[1]
        if expected:
            value = sums.get("activities", "0")
            sums["activities"] = WORDS["sum_of_expected"].format(value=value, whole=expected)
        found[person] = sums
    return found


def figure_of(look: Look, one: LineKind) -> str:
    """The evidence page of the figure that a kind of line is drawn from."""
    return address(one.figure, look.scope, look.period, one.cuts_of(one.metric))


def query_of(look: Look) -> str:
    """The address query that keeps the period when going from one page of the room to another."""
    return look.query(kind="", page="")


def crumbs(look: Look, last: str, *, files: bool = True) -> list[dict[str, str]]:
    """The way to a page, from the list of files for those who have one."""
    first = [{"label": WORDS["files"], "url": reverse("dossier:list") + query_of(look)}] if files else []
    return [*first, {"label": last, "url": ""}]


def head_lines(look: Look, title: str, count: int) -> tuple[str, str]:
    """What stands over a sheet: whose, which days, as of when."""
    facts = {"title": title, "place": look.scope.committee.display, "period": look.period.label}
    asof = {"moment": formats.moment(clock.now()), "count": formats.number(count)}
    return WORDS["head_whose"].format(**facts), WORDS["head_asof"].format(**asof)


def sheet(form: str, look: Look, title: str, found: Sequence[Line], called: Mapping[int, str]) -> HttpResponseBase:
    """Lines as a file to take away; the caller has checked the right and journalled it."""
    most = late_days(look.scope.committee)
    rows: Iterable[Sequence[Any]] = (tables.cells(line, called, most) for line in found)
    name = WORDS["file_name"].format(title=title, period=look.period.label)
    return as_file(
        form, name=name, title=title, columns=tables.FIELDS_OF_LINE, rows=rows,
        head=head_lines(look, title, len(found)),
    )  # fmt: skip
