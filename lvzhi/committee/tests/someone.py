"""An actor for the tests of the low rooms, which know no accounts; and a visitor who looks at pages as one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from lvzhi.access import Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock


@dataclass
class Someone:
    """Holds roles in committees: `Someone({"office": {1}})`; `Someone.everything()` may all."""

    roles: dict[str, set[int]] = field(default_factory=dict)
    name: str = "测试员"
    role: str = "测试"
    account_id: int | None = 1
    via: str = "test"
    address: str = ""
    behalf: str | None = None
    all: bool = False

    @classmethod
    def everything(cls) -> Someone:
        return cls(all=True, account_id=None, name="系统")

    @classmethod
    def holding(cls, role: str, *committees: Committee) -> Someone:
        return cls({role: {each.pk for each in committees}})

    @property
    def at(self) -> datetime:
        return clock.now()

    def has(
        self, role: str, *, committee: int | None = None, organ: int | None = None, unit: int | None = None
    ) -> bool:
        held = self.roles.get(role, set())
        return self.all or (bool(held) if committee is None else committee in held)

    def committees(self, role: str) -> frozenset[int]:
        if self.all:
            return frozenset(Committee.objects.values_list("pk", flat=True))
        return frozenset(self.roles.get(role, set()))

    def organs(self, role: str) -> frozenset[int]:
        return frozenset()

    def units(self, role: str) -> frozenset[int]:
        return frozenset()


class _Kept(BaseStorage):
    def _get(self, *args: Any, **kwargs: Any) -> tuple[list[Any], bool]:
        return [], True

    def _store(self, messages: list[Any], response: HttpResponse, *args: Any, **kwargs: Any) -> list[Any]:
        return []


def visit(actor: Someone, path: str, data: dict[str, Any] | None = None, **more: Any) -> HttpResponse:
    """The answer to a GET, or with data to a POST, as the actor sees it; a refusal answers with its status."""
    factory = RequestFactory()
    request: HttpRequest = factory.get(path, **more) if data is None else factory.post(path, data, **more)
    request.actor = actor
    request.user = AnonymousUser()
    request.session = {}
    request._messages = _Kept(request)
    match = resolve(path.split("?")[0])
    request.resolver_match = match
    try:
        return match.func(request, *match.args, **match.kwargs)
    except Refusal as refusal:
        return HttpResponse(refusal.sentence, status=refusal.status)


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode()
