"""Who comes to the door: the logins of the demonstration, strangers, one whose post has ended, nobody."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.test import Client

from lvzhi.accounts import actions
from lvzhi.accounts.actors import LoginActor, actor_for, cli_actor, visitor
from lvzhi.accounts.models import Account, Appointment
from lvzhi.api import actions as tokens
from lvzhi.api.rules import may_hold
from lvzhi.api.vocabulary import Scope
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.demo.logins import WAYS

BACKEND = "lvzhi.accounts.backends.AccountBackend"
HOME = "jingban"  # whose committee is home
ENDED, POSTLESS, NOBODY = "ended", "postless", "nobody"


@dataclass
class Caller:
    """Somebody with a browser, and a system that holds a token of theirs."""

    name: str
    account: Account | None
    actor: LoginActor
    client: Client
    machine: Client

    @property
    def committees(self) -> frozenset[int]:
        """Committees in which a post is held."""
        return frozenset(post.committee for post in self.actor.posts)


def caller(name: str, account: Account | None) -> Caller:
    """Logged in, where there is an account."""
    client = Client()
    if account is None:
        return Caller(name, None, visitor(), client, Client())
    client.force_login(account, backend=BACKEND)
    actor = actor_for(account)
    return Caller(name, account, actor, client, _machine(account, actor))


def _machine(account: Account, actor: LoginActor) -> Client:
    """Another system with a token of theirs; without one where they may have none."""
    if not may_hold(actor):
        return Client()
    _, secret = tokens.make(actor, account, "甲来访", Scope.WRITE, [], days=1)
    return Client(headers={"authorization": f"Bearer {secret}"})


def callers() -> list[Caller]:
    """Everyone; the strangers are made here, inside a transaction that the caller of this takes back."""
    known = {one.username: one for one in Account.objects.filter(username__in=[way[0] for way in WAYS])}
    found = [caller(way[0], known[way[0]]) for way in WAYS if way[0] in known]
    found += [caller(f"{role}-{committee.code}", account) for role, committee, account in _others(set(known))]
    return [*found, caller(ENDED, _ended()), caller(POSTLESS, _person(POSTLESS)), caller(NOBODY, None)]


def _others(taken: set[str]) -> list[tuple[str, Committee, Account]]:
    """One holder of each role in the committee of most logins, and one in any other."""
    usable = Appointment.objects.filter(account__is_active=True, account__must_change_password=False)
    rows = usable.on(clock.today()).exclude(account__username__in=taken).select_related("account", "committee")
    home = Account.objects.filter(username=HOME).values_list("committee_id", flat=True).first()
    found: dict[tuple[str, bool], Appointment] = {}
    for row in rows.order_by("pk"):
        found.setdefault((row.role, row.committee_id == home), row)
    return [(row.role, row.committee, row.account) for row in found.values()]


def _person(name: str) -> Account:
    place = Committee.objects.filter(parent__isnull=False).order_by("path").first()
    return actions.create_account(cli_actor(), f"walk-{name}", "甲来访", must_change=False, committee=place, hashed="!")


def _ended() -> Account:
    """Was office, clerk and auditor of the demonstration's committee until the day before yesterday."""
    account, today = _person(ENDED), clock.today()
    place = Account.objects.get(username=HOME).committee
    assert place is not None
    for role in ("office", "clerk", "auditor", "secretary_general", "member"):
        actions.appoint(
            cli_actor(), account, role, place, starts=today - dt.timedelta(days=400), ends=today - dt.timedelta(days=2)
        )
    return account
