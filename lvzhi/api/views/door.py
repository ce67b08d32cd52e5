"""Who is let in: a token stands for its holder, with the posts of the day, for what it is for; a session does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja.security import HttpBearer

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts import limits
from lvzhi.accounts.actors import LoginActor, actor_for, visitor
from lvzhi.accounts.limits import Limit
from lvzhi.accounts.queries import lacks_factor
from lvzhi.accounts.vocabulary import ROLES_NOT_DELEGATED
from lvzhi.api import actions, norms, queries
from lvzhi.api.kinds import Kind, kind_of, rooms
from lvzhi.api.models import Token
from lvzhi.api.views.problems import TooOften, Unknown
from lvzhi.api.views.problems import answer as problem
from lvzhi.api.vocabulary import JOINER, MARK_VIA, WRONG, Scope
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line

LIMIT = "api"
MINUTE = 60
NO_METHOD = 405
limits.register(LIMIT, Limit(norms.RATE, MINUTE, by_person=True))
limits.leave("api:v1:")  # a page's limits are told as a page, and before a token is read
ENDED = {"revoked": "api.revoked", "expired": "api.expired", "outdated": "api.password_since"}


@dataclass(frozen=True, slots=True)
class Caller:
    """A token with its holder as actor."""

    token: Token
    actor: LoginActor

    def kind(self, key: str) -> Kind:
        """A kind of record that the token reaches.

        Raises:
            Missing: there is none of that key.
            NotAllowed: it is of a room that the token is not for.
        """
        found = kind_of(key)
        self.expect_room(found.room)
        return found

    def reaches(self, room: str) -> bool:
        """Whether the token is for that room."""
        return not self.token.rooms or room in self.token.rooms

    def expect_room(self, room: str) -> None:
        """Refuse what is of another room than those the token is for."""
        if not self.reaches(room):
            names = dict(rooms())
            told = JOINER.join(names.get(one, one) for one in self.token.rooms)
            raise NotAllowed("api.out_of_room", mark=self.token.mark, rooms=told, room=names.get(room, room))

    def expect_upload(self) -> None:
        """Refuse who sends files too often, by pages and tokens together."""
        account = self.token.account
        seconds = limits.wait("upload", f"a{account.pk}", account.committee_id)
        if seconds:
            raise TooOften("api.too_often", mark=self.token.mark, seconds=seconds)

    def expect_writing(self) -> None:
        """Refuse where the token is for reading only."""
        if self.token.scope != Scope.WRITE:
            raise NotAllowed("api.out_of_scope", mark=self.token.mark)


def caller_of(request: HttpRequest) -> Caller:
    """Who asks, typed."""
    return cast("Caller", request.auth)  # type: ignore[attr-defined]  # set by ninja from what `Bearer` gives


class Bearer(HttpBearer):
    """``Authorization: Bearer …``."""

    def __call__(self, request: HttpRequest) -> Caller:
        """The caller of a request, or the refusal that says what is wrong with its token."""
        found = super().__call__(request)
        if found is None:
            raise Unknown("api.no_token")
        _expect_known(request)
        return cast("Caller", found)

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        """The caller that a secret stands for."""
        found = queries.shown(token)
        if found is None:
            raise Unknown("api.bad_token")
        state = found.state_at(clock.now())
        if state != "open":
            raise Unknown(ENDED[state], mark=found.mark, day=clock.as_day(found.ends_at))
        account = found.account
        if not account.is_active:
            raise Unknown("api.account_closed", mark=found.mark)
        address = str(request.META.get("REMOTE_ADDR", ""))
        actor = actor_for(account, via=MARK_VIA.format(mark=found.mark), address=address)
        _hold_limit(found, actor)
        if account.must_change_password:
            raise NotAllowed("api.must_change")
        if lacks_factor(account, actor.posts):
            raise NotAllowed("api.must_enrol")
        actor = replace(actor, posts=tuple(one for one in actor.posts if one.role not in ROLES_NOT_DELEGATED))
        actions.note_use(found, address)
        request.user = account
        request.actor = actor  # type: ignore[attr-defined]  # see accounts.actors.actor_of
        return Caller(found, actor)


ASKED: dict[tuple[str, str], frozenset[str]] = {}
"""By route and method what may stand behind an address; filled from the document (`v1.patterns`)."""


def _expect_known(request: HttpRequest) -> None:
    """Refuse what nothing reads: a filter misspelt would give everything."""
    match = request.resolver_match
    known = ASKED.get((match.route, request.method or "")) if match else None
    strange = sorted(set(request.GET) - known) if known is not None else []
    if strange:
        name = strange[0][:80]
        raise Refusal("api.bad_input", field=name, where=name, problem=WRONG["extra_forbidden"])
    for name, values in request.GET.lists():
        if any("\0" in one for one in values):  # one database takes it, the other fails over it
            raise Refusal("api.bad_text", field=name, where=name)


def _hold_limit(token: Token, actor: LoginActor) -> None:
    """Count the request; the first one beyond the norm in a minute is written down."""
    who = f"t{token.pk}"
    seconds = limits.wait(LIMIT, who, token.account.committee_id)
    if not seconds:
        return
    if limits.is_first_beyond(LIMIT, who):
        with line(actor, "api.too_often", subject=token.account, committee=token.account.committee_id, mark=token.mark):
            pass
    raise TooOften("api.too_often", mark=token.mark, seconds=seconds)


View = Callable[..., HttpResponseBase]


def opened(view: View) -> View:
    """An address that no session opens: whoever is logged in is nobody here until a token says who it is."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.user = AnonymousUser()
        request.actor = visitor(str(request.META.get("REMOTE_ADDR", "")))  # type: ignore[attr-defined]  # as above
        answer = view(request, *args, **kwargs)
        if answer.status_code == NO_METHOD:
            allowed = answer.headers.get("Allow", "")
            answer = problem(Refusal("api.no_method", method=request.method), NO_METHOD)
            answer.headers["Allow"] = allowed
        answer.headers["Cache-Control"] = "private, no-store"
        return answer

    inner.login_required = False  # type: ignore[attr-defined]  # read by the middleware of accounts and of Django
    inner.csrf_exempt = True  # type: ignore[attr-defined]  # a cookie proves nothing here
    return inner
