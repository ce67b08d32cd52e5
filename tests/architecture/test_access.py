"""Every address asks who you are, except those listed with a reason: found by walking the address table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from itertools import product
from uuid import UUID

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path
from django.urls.resolvers import RegexPattern
from django.utils.regex_helper import normalize

from tests.architecture.allowances import OPEN_VIEWS

SPECIMENS = {"int": "1", "uuid": str(UUID(int=1)), "slug": "x", "path": "x", "str": "x"}
SHAPES = ("x", "1", "a.b", "csv", str(UUID(int=1)))
Found = tuple[str, str, object]


def walk(patterns: list[URLPattern | URLResolver], prefix: str = "", space: str = "") -> Iterator[Found]:
    """(name, address with specimens, view) of every address."""
    for one in patterns:
        route = prefix + filled(one)
        if isinstance(one, URLResolver):
            yield from walk(one.url_patterns, route, f"{space}{one.namespace}:" if one.namespace else space)
        else:
            yield space + (one.name or ""), route, one.callback


def filled(one: URLPattern | URLResolver) -> str:
    """The route with a value for each converter: the first choice of one of ours."""
    if isinstance(one.pattern, RegexPattern):
        return matching(one.pattern.regex.pattern)
    text = str(one.pattern)
    for name, converter in one.pattern.converters.items():
        kind = next((key for key, known in SPECIMENS.items() if type(converter).__name__.lower().startswith(key)), None)
        value = SPECIMENS[kind] if kind else re.sub(r"[(|)].*", "", converter.regex.lstrip("(?:"))
        text = re.sub(rf"<(?:\w+:)?{name}>", value, text)
    return text


def matching(regex: str) -> str:
    """An address that a regular expression takes, out of specimens for its groups."""
    template, names = normalize(regex)[0]
    tried = (template % dict(zip(names, values, strict=True)) for values in product(SHAPES, repeat=len(names)))
    return next(address for address in tried if re.search(regex, address))


def asks(view: object) -> bool:
    """Whether Django's LoginRequiredMiddleware stops strangers before this view."""
    return bool(getattr(view, "login_required", True))


def listed(name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in OPEN_VIEWS)


ADDRESSES = list(walk(get_resolver().url_patterns))


def test_the_middleware_is_on() -> None:
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE
    assert len(ADDRESSES) > 60


def test_open_addresses_are_the_listed_ones() -> None:
    assert [name for name, _, view in ADDRESSES if not asks(view) and not listed(name)] == []


def test_listed_addresses_are_open() -> None:
    names = [name for name, _, view in ADDRESSES if not asks(view)]
    assert [pattern for pattern in OPEN_VIEWS if not any(fnmatch(name, pattern) for name in names)] == []


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "route"), [(name, route) for name, route, view in ADDRESSES if asks(view)])
def test_a_stranger_is_sent_to_the_login_page(client: Client, name: str, route: str) -> None:
    answer = client.get(f"/{route}")
    assert (answer.status_code, answer.url.split("?")[0]) == (302, resolve_url(settings.LOGIN_URL)), name


def test_can_fail() -> None:
    from django.contrib.auth.decorators import login_not_required

    @login_not_required
    def show(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    ((name, route, view),) = walk([path("people/<uuid:uid>/", show, name="people:secret")])
    assert (name, route) == ("people:secret", f"people/{UUID(int=1)}/")
    assert not asks(view)
    assert not listed(name)
