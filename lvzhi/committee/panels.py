"""What higher rooms say of an organ on its page and in its box of the chart: its Party branch, for instance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lvzhi.access import Actor
from lvzhi.committee import queries
from lvzhi.committee.models import Organ
from lvzhi.committee.vocabulary import WORDS, OrganHow
from lvzhi.ui import formats


@dataclass(frozen=True, slots=True)
class Note:
    """One thing said of an organ: a few words, perhaps an address."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A thing a room says of organs: Chinese title, and by organ id its notes as an actor may see them on a day.

    `notes` takes all organs of a page at once and asks a fixed number of statements.
    """

    key: str
    title: str
    notes: Callable[[Sequence[Organ], dt.date, Actor], Mapping[int, Sequence[Note]]]


_PANELS: dict[str, Panel] = {}


def register(*panels: Panel) -> None:
    """Show the panels on every organ's page and in the chart, in `AppConfig.ready`."""
    for panel in panels:
        _PANELS[panel.key] = panel


def panels() -> tuple[Panel, ...]:
    """The registered panels in the order of registration."""
    return tuple(_PANELS.values())


def said(organs: Sequence[Organ], day: dt.date, actor: Actor) -> dict[int, list[tuple[str, Note]]]:
    """Titles and notes of all panels by organ id."""
    found: dict[int, list[tuple[str, Note]]] = {organ.pk: [] for organ in organs}
    for panel in panels():
        for pk, notes in panel.notes(organs, day, actor).items():
            found[pk] += [(panel.title, note) for note in notes]
    return found


def history(organ: Organ) -> list[dict[str, str]]:
    """What became of an organ, the newest first: names it bore, what it came from and passed into; a line each."""
    found: list[tuple[dt.date, str, str]] = []
    for row in queries.heirs(organ):
        facts = {"on": formats.day(row.on), "how": OrganHow(row.how).label, "name": row.organ_to.name}
        found.append((row.on, WORDS["became"].format(**facts) + (WORDS["main"] if row.main else ""), row.ground))
    for row in queries.origins(organ):
        facts = {"on": formats.day(row.on), "how": OrganHow(row.how).label, "name": row.organ_from.name}
        found.append((row.on, WORDS["came"].format(**facts), row.ground))
    for past in organ.former:
        until = dt.date.fromisoformat(past["until"])
        words = WORDS["named"].format(until=formats.day(until + dt.timedelta(days=1)), name=past["name"])
        found.append((until, words, past["ground"]))
    ordered = sorted(found, key=lambda one: one[0], reverse=True)
    return [{"words": words, "ground": ground} for _, words, ground in ordered]
