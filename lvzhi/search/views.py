"""The search page; the part that follows what is being typed is cut out of it by the browser."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.accounts.actors import actor_of
from lvzhi.search import beside, finding, forms
from lvzhi.search.asking import read
from lvzhi.search.finding import BEST, Found
from lvzhi.search.vocabulary import COUNT, ORDERS, TOO_MANY

MOST_BESIDE = 3


@require_GET
def find(request: HttpRequest) -> HttpResponse:
    """检索 over all rooms, within the actor's rights. Nothing of what was asked is kept."""
    given = {name: str(value) for name, value in request.GET.items()}
    words, narrowed = forms.typed(given), forms.narrowed(given)
    order = given.get("order", BEST)
    asked = read(words)
    page = given.get("page", "")
    found = finding.find(
        actor_of(request), asked, narrowed, order=order if order in ORDERS else BEST,
        page=int(page[:4]) if page.isascii() and page.isdigit() else 1,
    )  # fmt: skip
    form = forms.SearchForm(request.GET)
    form.offer(found, narrowed)
    context = {
        "q": words, "asked": asked, "found": found, "form": form, "count": _count(found), "narrowed": bool(narrowed),
        "before": _address(given, found.page - 1, found), "after": _address(given, found.page + 1, found),
        "beside": beside.found(words)[:MOST_BESIDE], "bare": f"?{urlencode({'q': words})}",
    }  # fmt: skip
    return render(request, "search/find.html", context)


def _count(found: Found) -> str:
    return (TOO_MANY if found.capped else COUNT).format(count=found.total)


def _address(given: dict[str, str], page: int, found: Found) -> str:
    """Where another page is; "" where there is none."""
    if not 1 <= page <= found.pages:
        return ""
    return f"?{urlencode({name: value for name, value in given.items() if value and name != 'page'} | {'page': page})}"
