"""Pages on which the office keeps people: each a form over one action."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from lvzhi.access import Actor
from lvzhi.committee.web import actor_of
from lvzhi.deadlines import clock
from lvzhi.people import actions, queries, rules
from lvzhi.people.forms import (
    AccountForm,
    EndForm,
    JoinForm,
    LeaveForm,
    NewMemberForm,
    NewStaffForm,
    PartyForm,
    PersonForm,
    PostForm,
    RepostForm,
    TenureForm,
    TransferForm,
    VoidForm,
)
from lvzhi.people.models import Member, Membership
from lvzhi.people.views.place import crumbs, file_of, form_page, kept_committee
from lvzhi.people.vocabulary import WORDS


def add(request: HttpRequest) -> HttpResponse:
    """A new member."""
    actor, day = actor_of(request), clock.today()
    committee = kept_committee(request, actor)
    form = NewMemberForm(request.POST or None, committee=committee, day=day)

    def do(data: dict[str, Any]) -> object:
        tenure = {key: data[key] for key in ("starts", "number", "how_joined", "joined_by")}
        parties = [data["party"]] if data["party"] else []
        return actions.add_member(
            actor, committee, data["term"], form.facts(data), organs=form.organs(data), parties=parties, **tenure
        )

    home = reverse("people:list")
    return form_page(request, form, do, title=WORDS["add"], home=home, trail=crumbs(last=WORDS["add"]))


def add_staff(request: HttpRequest) -> HttpResponse:
    """Someone new in the agency."""
    actor, day = actor_of(request), clock.today()
    committee = kept_committee(request, actor)
    form = NewStaffForm(request.POST or None, committee=committee, day=day)

    def do(data: dict[str, Any]) -> object:
        post = {key: data[key] for key in ("starts", "title", "rank", "part")}
        return actions.add_staff(actor, committee, form.facts(data), organ=form.organ(data), **post)

    home = reverse("people:staff")
    trail = crumbs((WORDS["staff"], home), last=WORDS["add_staff"])
    return form_page(request, form, do, title=WORDS["add_staff"], home=home, trail=trail)


def _kept(request: HttpRequest, uid: uuid.UUID) -> tuple[Actor, Member]:
    """The file to be changed, for one who may. Raises `Missing`, `NotAllowed`."""
    actor = actor_of(request)
    found = queries.member_by_uid(actor, uid)
    rules.KEEP.check(actor, found)
    return actor, found


def _page(request: HttpRequest, found: Member, form: Any, do: Any, word: str, said: str = "saved") -> HttpResponse:
    home = file_of(found)
    title = WORDS["title_of"].format(title=WORDS[word], name=found.person.name)
    trail = crumbs((found.person.name, home), last=WORDS[word])
    return form_page(request, form, do, title=title, home=home, trail=trail, said=WORDS[said])


def edit_person(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Correct what is known of the person."""
    actor, found = _kept(request, uid)
    form = PersonForm(request.POST or None, person=found.person)
    return _page(
        request, found, form, lambda data: actions.edit_person(actor, found.person, form.facts(data)), "edit_person"
    )


def edit_member(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Correct the tenure."""
    actor, found = _kept(request, uid)
    form = TenureForm(request.POST or None, initial=TenureForm.values_of(found))
    return _page(request, found, form, lambda data: actions.edit_member(actor, found, **data), "edit_member")


def join(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Into an organ."""
    actor, found = _kept(request, uid)
    form = JoinForm(request.POST or None, committee=found.committee, day=clock.today())
    return _page(request, found, form, lambda data: actions.join(actor, found, **data), "join")


def end(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """End the tenure."""
    actor, found = _kept(request, uid)
    form = LeaveForm(request.POST or None)
    return _page(request, found, form, lambda data: actions.end_tenure(actor, found, **data), "end")


def post(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Give a post."""
    actor, found = _kept(request, uid)
    form = PostForm(request.POST or None)
    return _page(
        request, found, form, lambda data: actions.appoint(actor, found.person, found.committee, **data), "post"
    )


def party(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Record an affiliation."""
    actor, found = _kept(request, uid)
    form = PartyForm(request.POST or None, committee=found.committee)
    return _page(
        request, found, form, lambda data: actions.affiliate(actor, found.person, found.committee, **data), "party"
    )


def account(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Link a login."""
    actor, found = _kept(request, uid)
    initial = {"username": queries.login_waiting(found)}
    form = AccountForm(request.POST or None, committee=found.committee, initial=initial)
    return _page(
        request, found, form, lambda data: actions.link_account(actor, found.person, data["username"]), "account"
    )


@require_POST
def unlink(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take the login away."""
    actor, found = _kept(request, uid)
    actions.unlink_account(actor, found.person)
    messages.success(request, WORDS["unlinked"])
    return redirect(file_of(found))


def void(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Void a tenure entered by mistake."""
    actor, found = _kept(request, uid)
    form = VoidForm(request.POST or None)
    return _page(request, found, form, lambda data: actions.void(actor, found, data["ground"]), "void", "voided")


@require_POST
def restore(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Bring a voided tenure back."""
    actor, found = _kept(request, uid)
    actions.restore(actor, found)
    messages.success(request, WORDS["restored"])
    return redirect(file_of(found))


def _seat(request: HttpRequest, uid: uuid.UUID) -> tuple[Actor, Membership]:
    actor = actor_of(request)
    return actor, queries.kept_seat(actor, uid)


def leave(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Out of an organ."""
    actor, seat = _seat(request, uid)
    form = EndForm(request.POST or None)
    return _page(request, seat.member, form, lambda data: actions.leave(actor, seat, **data), "leave")


def transfer(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """From one organ to another."""
    actor, seat = _seat(request, uid)
    form = TransferForm(request.POST or None, seat=seat, committee=seat.committee, day=clock.today())
    return _page(request, seat.member, form, lambda data: actions.transfer(actor, seat, **data), "transfer")


def repost(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Another part or duty in the same organ."""
    actor, seat = _seat(request, uid)
    form = RepostForm(request.POST or None, initial={"part": seat.part, "duty": seat.duty, "on": clock.today()})
    return _page(request, seat.member, form, lambda data: actions.repost(actor, seat, **data), "repost")


def end_post(request: HttpRequest, uid: uuid.UUID, post_uid: uuid.UUID) -> HttpResponse:
    """End a post."""
    actor, found = _kept(request, uid)
    held = queries.post_of(found, post_uid)
    form = EndForm(request.POST or None)
    return _page(request, found, form, lambda data: actions.end_post(actor, held, **data), "end_post")
