"""Logins for a whole roster at once: accounts by the system administrator, the post by the security administrator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.accounts import actions as accounts
from lvzhi.accounts import rules as account_rules
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.people import pinyin
from lvzhi.people.models import Member, Person
from lvzhi.people.queries import logins as queries
from lvzhi.people.vocabulary import LOGIN_STEM

SPARE = 6  # signs of a login name kept for the number behind it
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A login just made; its password is shown once."""

    member: Member
    username: str
    password: str


def open_logins(actor: Actor, committee: Committee, progress: Progress | None = None) -> list[Opened]:
    """An account for every member of today who has none, tied to the person whose it is. All or nothing.

    The administrator ties it, and not the office: it is made from this very row, so nobody chooses whose it is.

    Raises:
        NotAllowed: no system administrator of the committee.
        Refusal: people.logins_none, where everybody has one.
    """
    if not account_rules.administers(actor, committee):
        raise NotAllowed("access.not_allowed", who=account_rules.MANAGE.label)
    made: list[Opened] = []
    with transaction.atomic():
        waiting = list(queries.without_login(committee, clock.today()))
        if not waiting:
            raise Refusal("people.logins_none", committee=committee.display)
        taken = set(Account.objects.values_list("username", flat=True))
        for place, member in enumerate(waiting, 1):
            name = _free(member.person, taken)
            taken.add(name)
            account = accounts.create_account(actor, name, member.person.name, committee=committee, light=True)
            _tie(actor, member, account)
            made.append(Opened(member, account.username, account.initial_password or ""))
            if progress is not None:
                progress(place, len(waiting))
    return made


def _free(person: Person, taken: set[str]) -> str:
    """zhangwei, else zhangwei2, zhangwei3 …"""
    most = int(Account._meta.get_field("username").max_length or 0) - SPARE
    spelt = "".join(sign for sign in pinyin.spell(person.name)[0] if sign.isalnum())[:most]
    stem, place = spelt if len(spelt) > 1 else LOGIN_STEM, 1
    while (name := stem if place == 1 else f"{stem}{place}") in taken:
        place += 1
    return name


def _tie(actor: Actor, member: Member, account: Account) -> None:
    person = member.person
    with line(
        actor, "people.link_account", subject=person, committee=member.committee_id,
        name=person.name, username=account.username,
    ):  # fmt: skip
        person.account = account
        person.save(update_fields=["account"])


def appoint_members(actor: Actor, committee: Committee) -> int:
    """Give everybody on the roster who has a login the post of a member, from today to the end of the tenure.

    Raises:
        NotAllowed: no security administrator of the committee.
        Refusal: people.posts_none, where everybody has it.
    """
    if not account_rules.guards(actor, committee):
        raise NotAllowed("access.not_allowed", who=account_rules.APPOINT.label)
    with transaction.atomic():
        waiting = list(queries.without_post(committee, clock.today()))
        if not waiting:
            raise Refusal("people.posts_none", committee=committee.display)
        for member in waiting:
            account = member.person.account
            accounts.appoint(actor, account, Role.MEMBER, committee, starts=clock.today(), ends=member.ends)
    return len(waiting)
