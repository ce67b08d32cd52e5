"""Who acts: a person with the posts of the day, the system, or the person at the server's command line.

An actor is a value. It is built once per request or job and asked often; it does not reach into the
database again, so that a list of a thousand rows costs one query for rights, not a thousand.
"""

from __future__ import annotations

import getpass
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, cast

from lvzhi.accounts.models import Account, Appointment, Delegation
from lvzhi.accounts.vocabulary import (
    CLI_NAME,
    CLI_ROLE,
    NO_ROLE,
    ROLE_JOINER,
    ROLES_NOT_DELEGATED,
    SYSTEM_ROLE,
    VISITOR_NAME,
    VISITOR_ROLE,
    Role,
)
from lvzhi.committee.models import Committee, Organ
from lvzhi.deadlines import clock

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Post:
    """One appointment in force, reduced to what rights need."""

    role: str
    committee: int
    path: str
    organ: int | None = None
    unit: int | None = None

    def fits(self, role: str, committee: int | None, organ: int | None, unit: int | None) -> bool:
        """Whether this post answers the question; None asks nothing."""
        return (
            self.role == role
            and committee in (None, self.committee)
            and organ in (None, self.organ)
            and unit in (None, self.unit)
        )


@dataclass(frozen=True)
class LoginActor:
    """A person acting, with the posts held on the day of `at`. Implements access.Actor."""

    account_id: int | None
    name: str
    role: str
    via: str
    address: str
    at: datetime
    behalf: str | None = None
    posts: tuple[Post, ...] = field(default=(), repr=False)

    def has(
        self, role: str, *, committee: int | None = None, organ: int | None = None, unit: int | None = None
    ) -> bool:
        """Whether a post of that role is held, in exactly that committee, organ, unit where they are given."""
        return any(post.fits(role, committee, organ, unit) for post in self.posts)

    def committees(self, role: str) -> frozenset[int]:
        """Committees in which the role is held."""
        return frozenset(post.committee for post in self.posts if post.role == role)

    def organs(self, role: str) -> frozenset[int]:
        """Organs in which the role is held."""
        return frozenset(post.organ for post in self.posts if post.role == role and post.organ is not None)

    def units(self, role: str) -> frozenset[int]:
        """Units for which the role is held."""
        return frozenset(post.unit for post in self.posts if post.role == role and post.unit is not None)

    def paths(self, role: str) -> tuple[str, ...]:
        """Tree paths of the committees in which the role is held: what lies below starts with one of them."""
        return tuple(sorted({post.path for post in self.posts if post.role == role}))

    @property
    def roles(self) -> frozenset[str]:
        """All roles held today."""
        return frozenset(post.role for post in self.posts)


@dataclass(frozen=True)
class SystemActor:
    """A job or the command line on the server. It may everything, which is why only code can be one."""

    name: str
    role: str
    via: str
    at: datetime
    address: str = ""
    account_id: int | None = None
    behalf: str | None = None

    def has(
        self, role: str, *, committee: int | None = None, organ: int | None = None, unit: int | None = None
    ) -> bool:
        """Always: whoever can run code on the server is not kept out by the code."""
        return True

    def committees(self, role: str) -> frozenset[int]:
        """All committees."""
        return frozenset(Committee.objects.values_list("pk", flat=True))

    def organs(self, role: str) -> frozenset[int]:
        """All organs."""
        return frozenset(Organ.objects.values_list("pk", flat=True))

    def units(self, role: str) -> frozenset[int]:
        """No unit: the system answers for none of them by itself."""
        return frozenset()

    @cached_property
    def _roots(self) -> tuple[str, ...]:
        return tuple(Committee.objects.filter(parent=None).values_list("path", flat=True))

    def paths(self, role: str) -> tuple[str, ...]:
        """The roots of all trees."""
        return self._roots

    @property
    def roles(self) -> frozenset[str]:
        """Every role."""
        return frozenset(Role.values)


def posts_of(account_id: int, day: date) -> tuple[Post, ...]:
    """Posts held by the account on `day`, in one query."""
    rows = (
        Appointment.objects.on(day)
        .filter(account_id=account_id)
        .order_by("starts", "id")
        .values_list("role", "committee_id", "committee__path", "organ_id", "unit_id")
    )
    return tuple(Post(*row) for row in rows)


def actors_in(committee: Committee, at: datetime) -> list[LoginActor]:
    """Everyone with a post in the committee at that moment, as actors with the posts held there. One query."""
    rows = (
        Appointment.objects.on(clock.as_day(at))
        .filter(committee=committee, account__is_active=True)
        .order_by("account_id", "starts", "id")
        .values_list("account_id", "account__name", "role", "organ_id", "unit_id")
    )
    found = []
    for (account, name), held in groupby(rows, key=lambda row: (row[0], row[1])):
        posts = tuple(Post(role, committee.pk, committee.path, organ, unit) for _, _, role, organ, unit in held)
        found.append(LoginActor(account, name, role_label(posts), "system", "", at, posts=posts))
    return found


def role_label(posts: tuple[Post, ...]) -> str:
    """The roles' names in the order of appointment, as the journal prints them."""
    names = dict.fromkeys(str(Role(post.role).label) for post in posts)
    return ROLE_JOINER.join(names) or NO_ROLE


def actor_for(
    account: Account,
    at: datetime | None = None,
    via: str = "web",
    address: str = "",
    behalf: str | Delegation | None = None,
) -> LoginActor:
    """The account as an actor with the posts of the day of `at` (default: now).

    `behalf` as a Delegation in force brings the giver's posts, limited to the delegated roles; as a
    text it is only shown. A disabled account, or a delegation not in force, holds no post.
    """
    moment = at or clock.now()
    day = clock.as_day(moment)
    shown: str | None
    if isinstance(behalf, Delegation):
        posts = _delegated(account, behalf, day)
        shown = behalf.giver.name
    else:
        posts = posts_of(account.pk, day) if account.is_active else ()
        shown = behalf or None
    return LoginActor(
        account_id=account.pk,
        name=account.name,
        role=role_label(posts),
        via=via,
        address=address,
        at=moment,
        behalf=shown,
        posts=posts,
    )


def _delegated(account: Account, delegation: Delegation, day: date) -> tuple[Post, ...]:
    valid = (
        account.is_active
        and delegation.taker_id == account.pk
        and delegation.giver.is_active
        and delegation.in_force(day)
    )
    if not valid:
        return ()
    return tuple(
        post
        for post in posts_of(delegation.giver_id, day)
        if post.role in delegation.roles and post.role not in ROLES_NOT_DELEGATED
    )


def system_actor(name: str, at: datetime | None = None) -> SystemActor:
    """A scheduled job or start-up work called `name`."""
    return SystemActor(name=name, role=SYSTEM_ROLE, via="system", at=at or clock.now())


def cli_actor(at: datetime | None = None) -> SystemActor:
    """The person at the server's command line, named by the operating system's login."""
    try:
        login = getpass.getuser()
    except (KeyError, OSError):
        login = ""
    name = f"{CLI_NAME}:{login}" if login else CLI_NAME
    return SystemActor(name=name, role=CLI_ROLE, via="cli", at=at or clock.now())


def visitor(address: str = "", at: datetime | None = None) -> LoginActor:
    """Somebody not logged in, as failed logins are journalled."""
    return LoginActor(None, VISITOR_NAME, VISITOR_ROLE, "web", address, at or clock.now())


def actor_of(request: HttpRequest) -> LoginActor:
    """The actor that the middleware put on the request, typed."""
    return cast("LoginActor", request.actor)  # type: ignore[attr-defined]  # set by accounts.middleware


def committee_of(request: HttpRequest) -> Committee | None:
    """The committee that the account belongs to; read once a request (the navigation asks for it too)."""
    user = request.user
    return user.committee if isinstance(user, Account) else None
