"""Minutes 会议纪要 drafted from agenda, attendance and speakers; what no record knows is marked to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lvzhi.access import Refusal
from lvzhi.activities.models import Activity, Participant, Sitting, Speech
from lvzhi.activities.queries import pages
from lvzhi.activities.queries.consultation import speeches
from lvzhi.activities.queries.minutes import Roll, roll_of
from lvzhi.activities.queries.telling import time_of
from lvzhi.activities.vocabulary import COUNTING_STATES, PAUSE, Family, PlaceRole, State, Verdict
from lvzhi.activities.vocabulary.consultation import Spoken
from lvzhi.activities.vocabulary.minutes import DECISIONS, ITEM, MEETING_ENDS, MINUTES, NUMERALS
from lvzhi.exchange.letters import Block, Document9704, Heading1, Heading2, Para
from lvzhi.ui.formats import day, weekday

READY = frozenset({State.PLANNED, *COUNTING_STATES})
SAID = (
    (Verdict.ATTENDED, "present"), (Verdict.REPLACED, "replaced"), (Verdict.LEAVE, "leave"),
    (Verdict.OFFICIAL, "official"), (Verdict.ABSENT, "absent"),
)  # fmt: skip


def compose(activity: Activity) -> Document9704:
    """The draft of the minutes.

    Raises:
        Refusal: a draft or a cancelled activity has nothing to tell.
    """
    if activity.state not in READY or activity.voided_at is not None:
        raise Refusal("activities.minutes_not_now", state=activity.get_state_display())
    sittings = pages.programme(activity)
    body: list[Block] = [
        *_when_and_where(activity, sittings),
        *_people(roll_of(activity, sittings)),
        Heading1(MINUTES["agenda"]),
        *_agenda(sittings, speeches(activity)),
        Heading1(MINUTES["decided"]),
        *(Para(MINUTES["decision"].format(number=place + 1)) for place in range(DECISIONS)),
    ]
    if activity.summary:
        body += [Heading1(MINUTES["summary"]), *_paragraphs(activity.summary)]
    return Document9704(title=title_of(activity), body=[*body, Para(MINUTES["note"])])


def title_of(activity: Activity) -> str:
    """What the minutes are called."""
    if activity.title.endswith(MEETING_ENDS):
        return MINUTES["of_meeting"].format(title=activity.title)
    meets = activity.family in (Family.MEETING, Family.CONSULTATION)
    return MINUTES["of_other" if meets else "of_activity"].format(title=activity.title)


def file_name(activity: Activity) -> str:
    """What the file is called."""
    return MINUTES["file"].format(title=title_of(activity), day=activity.held_on.isoformat())


def _when_and_where(activity: Activity, sittings: Sequence[Sitting]) -> Iterator[Block]:
    times = [f"{day(one.on)} {weekday(one.on)} {time_of(one)}".strip() for one in sittings]
    yield Para(MINUTES["time"].format(times=MINUTES["between"].join(times)))
    venues = [one.name for one in pages.places_of(activity) if one.role == PlaceRole.VENUE]
    places = list(dict.fromkeys([one.place for one in sittings if one.place] or venues))
    yield Para(MINUTES["place"].format(places=PAUSE.join(places)) if places else MINUTES["no_place"])


def _people(roll: Roll) -> Iterator[Block]:
    if roll.leads:
        yield Para(MINUTES["lead"].format(names=_names(roll, roll.leads)))
    yield Para(MINUTES["host"].format(names=_names(roll, roll.hosts)) if roll.hosts else MINUTES["no_host"])
    if not roll.known:
        yield Para(MINUTES["unknown"].format(count=roll.total))
    for verdict, words in SAID:
        rows = roll.by_verdict.get(verdict, [])
        if rows:
            yield Para(MINUTES[words].format(count=len(rows), names=_names(roll, rows)))
    if roll.known and roll.unnoted:
        yield Para(MINUTES["partly"].format(count=len(roll.unnoted), names=_names(roll, roll.unnoted)))
    if roll.sitting_in:
        names = _names(roll, roll.sitting_in, bodies=True)
        yield Para(MINUTES["sitting_in"].format(count=len(roll.sitting_in), names=names))


def _names(roll: Roll, rows: Iterable[Participant], *, bodies: bool = False) -> str:
    return PAUSE.join(_name(roll, row, bodies=bodies) for row in rows)


def _name(roll: Roll, row: Participant, *, bodies: bool) -> str:
    """A name with what belongs beside it: whom it stands in for, late or gone early, the body of a guest."""
    if row.stand_in_for is not None:
        return MINUTES["for"].format(name=row.name, who=row.stand_in_for.name)
    if row.pk in roll.late:
        return MINUTES["late"].format(name=row.name)
    if row.pk in roll.left_early:
        return MINUTES["left_early"].format(name=row.name)
    if bodies and row.body:
        return MINUTES["namesake"].format(name=row.name, body=row.body)
    return row.name


def _agenda(sittings: Sequence[Sitting], said: Sequence[Speech]) -> Iterator[Block]:
    """Item by item with what its speaker said; then who else spoke, in the order of speaking."""
    items = [item for sitting in sittings for item in getattr(sitting, "items", ())]
    told: set[int] = set()
    for place, item in enumerate(items, start=1):
        yield Heading2(ITEM.format(number=numeral(place), title=item.title))
        own = [one for one in said if item.speaker and one.name == item.speaker and one.pk not in told]
        told |= {one.pk for one in own}
        yield from (block for one in own for block in _speech(one))
        if not own:
            yield Para(MINUTES["to_fill"].format(speaker=item.speaker) if item.speaker else MINUTES["nobody"])
    others = [one for one in said if one.pk not in told]
    if others:
        yield Heading2(ITEM.format(number=numeral(len(items) + 1), title=MINUTES["speeches"]))
        yield from (block for one in others for block in _speech(one))
    if not items and not others:
        yield Para(MINUTES["no_agenda"])


def _speech(one: Speech) -> Iterator[Block]:
    """Who, on what, and the text paragraph by paragraph, or that its points are to be filled in."""
    speaker = one.speaker + (MINUTES["written"] if one.form == Spoken.WRITTEN else "")
    if one.text.strip():
        yield Para(MINUTES["said"].format(speaker=speaker) + one.title)
        yield from _paragraphs(one.text)
    else:
        yield Para(MINUTES["said"].format(speaker=speaker) + one.title + MINUTES["points"])


def _paragraphs(text: str) -> Iterator[Block]:
    for line in filter(None, (part.strip() for part in text.splitlines())):
        yield Para(line)


def numeral(number: int) -> str:
    """A number below a hundred as official documents count their headings."""
    base = len(NUMERALS)
    tens, ones = divmod(number, base)
    head = "" if not tens else NUMERALS[-1] if tens == 1 else NUMERALS[tens - 1] + NUMERALS[-1]
    return head + (NUMERALS[ones - 1] if ones else "")
