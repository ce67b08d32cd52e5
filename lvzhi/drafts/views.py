"""Saving while typing, and the list of what is kept."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.datastructures import MultiValueDict
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from lvzhi.access import Missing, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.drafts import actions, queries, vocabulary
from lvzhi.drafts.kinds import kind_of
from lvzhi.ui.tables import Column, Table

LEFT_OUT = frozenset({"csrfmiddlewaretoken", "once", "next", "draft_id"})


@never_cache
@require_POST
def save(request: HttpRequest, kind: str, key: str) -> JsonResponse:
    """Keep what the form holds now. Answers {"saved_at": ISO time}, or {"code", "sentence"} with the refusal's status.

    A login that has run out is answered by the middleware of accounts with 401; the page then keeps the text itself.
    """
    try:
        draft = actions.save(_account(request), kind, key, _data(request))
    except Refusal as refusal:
        return JsonResponse({"code": refusal.code, "sentence": refusal.sentence}, status=refusal.status)
    return JsonResponse({"saved_at": draft.saved_at.isoformat()})


@never_cache
@require_safe
def show(request: HttpRequest, kind: str, key: str) -> JsonResponse:
    """The own draft as JSON: {"data", "saved_at"}; 404 without one."""
    draft = queries.load(_account(request), kind, key)
    if draft is None:
        raise Missing("drafts.none")
    return JsonResponse({"data": draft.data, "saved_at": draft.saved_at.isoformat()})


@require_POST
def drop(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Throw a draft away and go back to the list."""
    if not actions.clear(_account(request), kind, key):
        raise Missing("drafts.none")
    return redirect("drafts:mine")


@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """All own drafts that can be gone on with."""
    rows = [
        {"draft": draft, "kind": kind, "title": kind.title(draft.data) if kind.title else ""}
        for draft in queries.mine(_account(request))
        if (kind := kind_of(draft.kind)) is not None
    ]
    names = vocabulary.COLUMNS
    table = Table(
        columns=[
            Column(
                "title",
                names["title"],
                head=True,
                wide=True,
                url=_url,
                value=lambda row: row["title"] or vocabulary.UNTITLED,
            ),
            Column("kind.name", names["kind"]),
            Column("draft.saved_at", names["saved_at"], kind="moment"),
        ],
        rows=rows,
        empty=vocabulary.EMPTY,
    )
    return render(request, "drafts/mine.html", {"table": table})


def _url(row: Any) -> str:
    return str(row["kind"].url(row["draft"].key))


def _account(request: HttpRequest) -> int:
    account = actor_of(request).account_id
    if account is None:
        raise Missing("drafts.none")
    return account


def _data(request: HttpRequest) -> dict[str, Any]:
    """The fields of the form, or of a JSON object; never a password, never what belongs to the page itself."""
    if request.content_type == "application/json":
        try:
            body = json.loads(request.body)
        except ValueError as problem:
            raise Refusal("drafts.unreadable") from problem
        if not isinstance(body, dict):
            raise Refusal("drafts.unreadable")
        return {str(name): text for name, text in body.items() if _kept(str(name))}
    sent: MultiValueDict[str, str] = request.POST
    return {name: texts[0] if len(texts) == 1 else texts for name, texts in sent.lists() if _kept(name)}


def _kept(name: str) -> bool:
    return name not in LEFT_OUT and "password" not in name
