"""HTTP of the room."""

from __future__ import annotations

from typing import TypeVar, cast
from uuid import UUID

from django.contrib import messages as flash
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Missing, NotAllowed, Refusal, Refusals
from lvzhi.accounts.actors import LoginActor, actor_of
from lvzhi.accounts.models import Account
from lvzhi.messages import actions, channels, queries, rules, waits
from lvzhi.messages.bundles import bundled
from lvzhi.messages.forms import NoticeForm, WayForm
from lvzhi.messages.models import Notice
from lvzhi.messages.vocabulary import ALL_READ, COLUMNS, DUE, NEWS, NOTICES_EMPTY, SENT, TODO
from lvzhi.messages.vocabulary.outside import CHANNELS, REASONS, WAYS
from lvzhi.ui.paging import keyset
from lvzhi.ui.tables import Column, Table

F = TypeVar("F", bound=Form)
LATEST = 20


def refused(form: F, refusal: Refusal) -> F:
    """The form, saying what was refused where it belongs."""
    for part in refusal.parts if isinstance(refusal, Refusals) else (refusal,):
        form.add_error(part.field if part.field in form.fields else None, part.sentence)
    return form


def _owner(request: HttpRequest) -> int:
    return cast("int", request.user.pk)


@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """My inbox in three parts: what waits, what falls due, what moved."""
    owner = _owner(request)
    counts, waiting = queries.counts(owner), waits.of(actor_of(request))
    totals = {"todo": counts["todo"] + waiting.count, "due": counts["due"] + waiting.due_count, "news": counts["news"]}
    wanted = request.GET.get("group", "")
    group = wanted if wanted in totals else next((key for key in ("todo", "due") if totals[key]), "news")
    new_only = request.GET.get("new") == "1"
    rows = queries.inbox(owner, task=group == "todo", new_only=new_only, due=group == "due")
    page = keyset(rows, ["-sent_at"], request.GET.get("cursor"))
    here = reverse("messages:inbox")
    context = {
        "page": page,
        "bundles": bundled(page),
        "lines": {"todo": waiting.lines, "due": waiting.due, "news": ()}[group],
        "tabs": [
            {"label": label, "url": f"{here}?group={key}", "active": group == key, "count": totals[key]}
            for key, label in (("todo", TODO), ("due", DUE), ("news", NEWS))
        ],
        "group": group,
        "new_only": new_only,
        "waiting": sum(counts.values()),
        "may_notify": bool(rules.committees(actor_of(request))),
    }
    return render(request, "messages/inbox.html", context)


@require_GET
def opened(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Open a message: it counts as read, and the record it speaks of comes up."""
    message = actions.mark_read(_owner(request), uid)
    if message.subject_url and url_has_allowed_host_and_scheme(message.subject_url, None):
        return HttpResponseRedirect(message.subject_url)
    return redirect("messages:inbox")


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark everything as read."""
    actions.mark_all_read(_owner(request))
    flash.success(request, ALL_READ)
    return redirect("messages:inbox")


def _office(request: HttpRequest) -> LoginActor:
    actor = actor_of(request)
    if not rules.committees(actor):
        raise NotAllowed("access.not_allowed", who=rules.NOTIFY.label)
    return actor


@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """Notices sent, with how many have read each."""
    actor = _office(request)
    columns = [
        Column("title", COLUMNS["title"], url=lambda row: reverse("messages:notice", args=[row.uid]), wide=True),
        Column("sent_at", COLUMNS["sent_at"], kind="moment"),
        Column("author.name", COLUMNS["author"], hide_on_phone=True),
        Column("count", COLUMNS["count"], kind="number"),
        Column("read", COLUMNS["read"], kind="number"),
    ]
    page = keyset(queries.notices(actor), ["-sent_at"], request.GET.get("cursor"))
    table = Table(columns, page=page, params=request.GET, empty=NOTICES_EMPTY)
    return render(request, "messages/notices.html", {"table": table})


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """Write a notice; before it goes out its writer sees exactly who gets it, and sends to that list or not at all."""
    actor = _office(request)
    form = NoticeForm(actor, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _writing(request, form)
    data = form.cleaned_data
    asked = (actor, data["committee"], form.groups, data["title"], data["text"])
    try:
        _, _, found = actions.prepare(*asked)
    except Refusal as refusal:
        return _writing(request, refused(form, refusal))
    if "again" in request.POST:
        return _writing(request, form)
    if request.POST.get("seen"):
        try:
            notice = actions.notify(*asked, seen=request.POST["seen"])
        except Refusal as refusal:
            return _preview(request, form, found, refusal.sentence)
        flash.success(request, SENT.format(count=len(notice.readers or ())))
        return redirect("messages:notice", notice.uid)
    return _preview(request, form, found, "")


def _writing(request: HttpRequest, form: NoticeForm) -> HttpResponse:
    return render(request, "messages/write.html", {"form": form}, status=422 if form.errors else 200)


def _preview(request: HttpRequest, form: NoticeForm, found: queries.Recipients, problem: str) -> HttpResponse:
    sent = [(key, value) for key in form.fields for value in request.POST.getlist(key)]
    context = {
        "title": form.cleaned_data["title"],
        "text": form.cleaned_data["text"],
        "place": form.cleaned_data["committee"],
        "people": list(found.people.values()),
        "mark": found.mark,
        "sent": sent,
        "problem": problem,
    }
    return render(request, "messages/preview.html", context, status=409 if problem else 200)


@require_GET
def ways(request: HttpRequest) -> HttpResponse:
    """Where I am told besides the inbox."""
    return _ways(request)


def _ways(request: HttpRequest, sent: WayForm | None = None) -> HttpResponse:
    held, opened = queries.ways(_owner(request)), channels.opened()
    forms = [
        (one, held.get(key), sent if sent is not None and sent.prefix == key else WayForm(one, held.get(key)))
        for key, one in opened.items()
    ]
    gone = [(key, CHANNELS.get(key, (key, ""))[0]) for key in held if key not in opened]
    rows = queries.deliveries(_owner(request))[:LATEST]
    said = [(one, CHANNELS.get(one.channel, (one.channel, ""))[0], REASONS.get(one.reason, "")) for one in rows]
    context = {"forms": forms, "gone": gone, "deliveries": said}
    return render(request, "messages/ways.html", context, status=422 if sent is not None else 200)


@require_POST
def set_way(request: HttpRequest, key: str) -> HttpResponse:
    """Choose a channel, its address and what comes by it."""
    account = cast("Account", request.user)
    channel = channels.opened().get(key)
    if channel is None:
        raise Missing("messages.no_channel", key=key[:20])
    form = WayForm(channel, queries.ways(account.pk).get(key), request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.set_way(actor_of(request), account, key, data["address"], data["sorts"])
        except Refusal as refusal:
            return _ways(request, refused(form, refusal))
        flash.success(request, WAYS["saved"])
        return redirect("messages:ways")
    return _ways(request, form)


@require_POST
def end_way(request: HttpRequest, key: str) -> HttpResponse:
    """Stop a channel."""
    name = actions.end_way(actor_of(request), cast("Account", request.user), key)
    flash.success(request, WAYS["ended"].format(name=name))
    return redirect("messages:ways")


@require_GET
def notice(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A notice; the office also sees who has read it."""
    actor = actor_of(request)
    found: Notice = queries.notice_for(actor, uid)
    office = rules.NOTIFY(actor, found)
    receipts = list(queries.receipts(found)) if office else []
    context = {
        "notice": found,
        "office": office,
        "total": len(found.readers or receipts),
        "going": len(found.readers or receipts) - len(receipts),
        "read": [each for each in receipts if each.read_at],
        "unread_by": [each for each in receipts if not each.read_at],
    }
    return render(request, "messages/notice.html", context)
