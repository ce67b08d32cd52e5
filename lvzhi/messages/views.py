"""HTTP of the room."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages as flash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import NotAllowed, Refusal, Refusals
from lvzhi.accounts.actors import LoginActor, actor_of
from lvzhi.messages import actions, queries, rules
from lvzhi.messages.forms import NoticeForm
from lvzhi.messages.models import Notice
from lvzhi.messages.vocabulary import ALL_READ, COLUMNS, NEWS, NOTICES_EMPTY, SENT, TODO
from lvzhi.ui.paging import keyset
from lvzhi.ui.tables import Column, Table


def _owner(request: HttpRequest) -> int:
    return cast("int", request.user.pk)


@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """My messages in two groups."""
    owner = _owner(request)
    counts = queries.counts(owner)
    group = request.GET.get("group") or ("todo" if counts["todo"] else "news")
    task = group == "todo"
    new_only = request.GET.get("new") == "1"
    page = keyset(queries.inbox(owner, task=task, new_only=new_only), ["-sent_at"], request.GET.get("cursor"))
    here = reverse("messages:inbox")
    tabs = [
        {"label": TODO, "url": f"{here}?group=todo", "active": task, "count": counts["todo"]},
        {"label": NEWS, "url": f"{here}?group=news", "active": not task, "count": counts["news"]},
    ]
    context = {
        "page": page,
        "tabs": tabs,
        "group": "todo" if task else "news",
        "new_only": new_only,
        "waiting": counts["todo"] + counts["news"],
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
    """Write a notice."""
    actor = _office(request)
    form = NoticeForm(actor, request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            notice = actions.notify(actor, data["committee"], data["roles"], data["title"], data["text"])
        except Refusal as refusal:
            for part in refusal.parts if isinstance(refusal, Refusals) else (refusal,):
                form.add_error(part.field if part.field in form.fields else None, part.sentence)
        else:
            flash.success(request, SENT.format(count=queries.receipts(notice).count()))
            return redirect("messages:notice", notice.uid)
    return render(request, "messages/write.html", {"form": form}, status=422 if form.errors else 200)


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
        "total": len(receipts),
        "read": [each for each in receipts if each.read_at],
        "unread_by": [each for each in receipts if not each.read_at],
    }
    return render(request, "messages/notice.html", context)
