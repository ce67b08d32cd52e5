"""The steps of the first run, one transaction each; the same for the browser and the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import SystemActor, visitor
from lvzhi.accounts.models import Account, same_name
from lvzhi.accounts.vocabulary import KEEPERS, Role
from lvzhi.committee import actions as committees
from lvzhi.committee.models import NAME_LENGTH, Committee, Session, Term
from lvzhi.committee.vocabulary import LEVEL_ORDER, Level, OrganKind
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.opening import queries, rules, store
from lvzhi.opening.models import Confirmed, Opening
from lvzhi.opening.vocabulary import LABELS, OPENER, OPENER_ROLE, WHAT_SAME, Said, Step
from lvzhi.opening.vocabulary.samples import ALSO

STAFF = (Role.OFFICE, Role.CLERK, Role.PROPOSAL_HEAD, Role.SECRETARY_GENERAL)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody to be appointed: the role, the name, the login."""

    role: str
    name: str
    username: str


def opener(address: str) -> SystemActor:
    """Whoever holds the code: stands for the server, which has nobody else yet."""
    return SystemActor(name=OPENER, role=OPENER_ROLE, via="web", at=clock.now(), address=address)


def enter(given: str, address: str) -> None:
    """Let somebody in by the code, both ends journalled. Raises `Refusal` opening.over, opening.code_wrong."""
    if not queries.is_first_run():
        raise Refusal("opening.over")
    if not store.fits(given):
        with line(visitor(address), "opening.refused"):
            pass
        raise Refusal("opening.code_wrong", field="code")
    with line(opener(address), "opening.entered"):
        pass


def found(
    actor: Actor, *, name: str, code: str, level: str, short_name: str = "", upper_name: str = "", upper_code: str = ""
) -> Committee:
    """The first committee, and above it a name for the one it belongs to.

    Raises:
        Refusal: opening.database_used; what the committee room says of names and codes.
    """
    with transaction.atomic():
        present = Committee.objects.first()
        if present is not None:
            raise Refusal("opening.database_used", committee=present.name)
        above = _above(actor, level, upper_name.strip(), upper_code.strip())
        made = committees.create(actor, name=name, code=code, level=level, short_name=short_name, parent=above)
        try:
            with transaction.atomic(), line(actor, "opening.begun", subject=made, committee=made, name=made.name):
                Opening.objects.create(committee=made, step=Step.TERM)
        except IntegrityError:
            raise Conflict("opening.moved") from None
    return made


def _above(actor: Actor, level: str, name: str, code: str) -> Committee | None:
    if level not in LEVEL_ORDER:
        raise Refusal("opening.level_unknown", field="level", level=level)
    if not name and not code:
        return None
    if level == Level.PROVINCE:
        raise Refusal("opening.no_upper", field="upper_name")
    if not code or not name:
        missing = "upper_name" if code else "upper_code"
        raise Refusal(f"opening.{missing}", field=missing)
    higher = next(one for one, place in LEVEL_ORDER.items() if place == LEVEL_ORDER[level] - 1)
    try:
        return committees.create(actor, name=name, code=code, level=higher)
    except Refusal as refusal:  # its fields are those of a committee: say which of the two is meant
        field = {"name": "upper_name", "code": "upper_code"}.get(refusal.field or "", refusal.field)
        raise Refusal(refusal.code, field=field, **refusal.facts) from None


@contextmanager
def _step(actor: Actor, step: Step) -> Any:
    """One step: its transaction, its line, and where the run stands afterwards. Raises `Conflict` opening.moved."""
    with transaction.atomic():
        run = Opening.objects.select_for_update().select_related("committee").filter(step=step).first()
        if run is None:
            raise Conflict("opening.moved")
        yield run
        order = list(Step)
        with line(actor, "opening.stepped", subject=run, committee=run.committee, step=step.label):
            run.step = order[order.index(step) + 1]
            run.save(update_fields=["step"])


def begin_term(
    actor: Actor, *, number: int, starts: dt.date, ends: dt.date | None = None, session_number: int | None = None,
    opens: dt.date | None = None, closes: dt.date | None = None,
) -> tuple[Term, Session | None]:  # fmt: skip
    """The term, and where given its plenary session. Raises `Refusal` as the committee room does."""
    with _step(actor, Step.TERM) as run:
        term = committees.open_term(actor, run.committee, number=number, starts=starts, ends=ends)
        session = None
        if session_number is not None and opens is not None:
            try:
                session = committees.add_session(
                    actor, term, number=session_number, opens=opens, closes=closes or opens
                )
            except Refusal as refusal:
                field = "session_number" if refusal.field == "number" else refusal.field
                raise Refusal(refusal.code, field=field, **refusal.facts) from None
    return term, session


def set_up_organs(actor: Actor, names: Mapping[str, Sequence[str]], also: Iterable[str] = ()) -> int:
    """Organs from the first day of the term: names by kind, and the kinds of `samples.ALSO` that stand.

    Raises:
        Refusal: opening.organs_none, opening.organ_twice, opening.organ_long.
    """
    kept = {kind: _names(kind, lines) for kind, lines in names.items()}
    if not kept.get(OrganKind.SPECIAL_COMMITTEE) or not kept.get(OrganKind.SECTOR):
        raise Refusal("opening.organs_none", field=OrganKind.SPECIAL_COMMITTEE.value)
    kept |= {kind: [ALSO[kind]] for kind in also}
    with _step(actor, Step.ORGANS) as run:
        starts = Term.objects.get(committee=run.committee).starts
        for kind, lines in kept.items():
            for name in lines:
                committees.add_organ(actor, run.committee, kind=kind, name=name, starts=starts)
    return sum(map(len, kept.values()))


def pass_organs(actor: Actor) -> None:
    """Leave the organs for later: the roster may set them up."""
    with _step(actor, Step.ORGANS):
        pass


def _names(kind: str, lines: Sequence[str]) -> list[str]:
    """The lines of one kind, blank ones left out."""
    seen: dict[str, int] = {}
    for row, text in enumerate(lines, 1):
        name = "".join(text.split())
        if not name:
            continue
        if name in seen:
            raise Refusal(
                "opening.organ_twice", field=kind, label=LABELS[kind], first=seen[name], second=row, name=name
            )
        if len(name) > NAME_LENGTH:
            raise Refusal("opening.organ_long", field=kind, label=LABELS[kind], row=row, limit=NAME_LENGTH)
        seen[name] = row
    return list(seen)


def appoint_first(actor: Actor, people: Sequence[Named], *, alone: bool = False) -> list[Account]:
    """The administrators and the first staff, from today; each account with the password to be shown once.

    It ends the first run: the code is gone and the pages with it. `alone`: the command line may begin with the system
    administrator only; the checklist then names the two who are missing.

    Raises:
        Refusal: one of the three is missing, two of them are one person, a login stands for two people.
    """
    _check_people(people, KEEPERS[:1] if alone else KEEPERS)
    with _step(actor, Step.KEEPERS) as run:
        made: dict[str, Account] = {}
        for one in people:
            login = same_name(one.username)
            if login not in made:
                made[login] = _account(actor, one, run.committee)
            accounts.appoint(actor, made[login], one.role, run.committee, starts=clock.today())
    transaction.on_commit(store.end)
    return list(made.values())


def _account(actor: Actor, one: Named, committee: Committee) -> Account:
    try:
        return accounts.create_account(actor, one.username, one.name, committee=committee)
    except Refusal as refusal:
        field = f"{one.role}_{'username' if refusal.field == 'username' else 'name'}"
        raise Refusal(refusal.code, field=field, **refusal.facts) from None


def _check_people(people: Sequence[Named], needed: Sequence[Role]) -> None:
    given = {one.role: one for one in people}
    for one in people:
        if not one.name.strip() or not one.username.strip():
            blank = "username" if one.name.strip() else "name"
            raise Refusal("opening.person_half", field=f"{one.role}_{blank}", role=Role(one.role).label)
    for role in needed:
        if role not in given:
            raise Refusal("opening.person_missing", field=f"{role}_name", role=role.label)
    three = [given[role] for role in KEEPERS if role in given]
    for place, one in enumerate(three):
        for other in three[:place]:
            _check_apart(one, other)
    names: dict[str, Named] = {}
    for one in people:
        first = names.setdefault(same_name(one.username), one)
        if first.name.strip() != one.name.strip():
            raise Refusal(
                "opening.login_two", field=f"{one.role}_username", username=one.username, first=first.name,
                second=one.name,
            )  # fmt: skip
        if first.role in KEEPERS and one.role not in KEEPERS:
            both = {"keeper": Role(first.role).label, "role": Role(one.role).label}
            raise Refusal("opening.login_keeper", field=f"{one.role}_username", name=one.name, **both)


def _check_apart(one: Named, other: Named) -> None:
    same = "username" if same_name(one.username) == same_name(other.username) else ""
    same = same or ("name" if one.name.strip() == other.name.strip() else "")
    if same:
        roles = {"first": Role(other.role).label, "second": Role(one.role).label}
        raise Refusal("opening.keepers_same", field=f"{one.role}_{same}", what=WHAT_SAME[same], **roles)


def confirm(actor: Actor, committee: Committee, what: str, name: str) -> Confirmed:
    """Say something of the checklist that no data can show.

    Raises:
        NotAllowed: not the actor's part.
        Refusal: opening.not_confirmable, opening.not_settled.
    """
    if not rules.confirms(actor, committee):
        raise NotAllowed("access.not_allowed", who=rules.CONFIRM_LABEL)
    if what not in Said.values:
        raise Refusal("opening.not_confirmable")
    left = queries.left(committee, clock.today()) if what == Said.SETTLED else 0
    if left:
        raise Refusal("opening.not_settled", count=left)
    with line(actor, "opening.confirmed", subject=committee, committee=committee, what=Said(what).label):
        said, _ = Confirmed.objects.get_or_create(
            committee=committee, what=what, defaults={"on": clock.today(), "name": name}
        )
    return said
