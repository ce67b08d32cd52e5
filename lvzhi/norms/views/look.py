"""What every page of this room shows around its content: whose norms, on which day, the three parts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lvzhi.committee.models import Committee
from lvzhi.deadlines import BadDate, clock, parse_date
from lvzhi.norms.forms import LookForm
from lvzhi.norms.vocabulary import WORDS


def day_of(request: HttpRequest) -> dt.date:
    """The day looked at: `?on=`, today where it is missing or unreadable."""
    try:
        return parse_date(request.GET.get("on", ""))
    except BadDate:
        return clock.today()


def elsewhere(request: HttpRequest, name: str, committee: Committee) -> HttpResponse | None:
    """The same page of another committee, when one was chosen in the filter."""
    form = LookForm(request.GET)
    if "committee" not in request.GET or not form.is_valid() or form.cleaned_data["committee"] == committee:
        return None
    query = request.GET.copy()
    del query["committee"]
    address = reverse(name, args=[form.cleaned_data["committee"].uid])
    return HttpResponseRedirect(f"{address}?{query.urlencode()}" if query else address)


def around(request: HttpRequest, committee: Committee, part: str, **more: Any) -> dict[str, Any]:
    """The context that every page shares."""
    day = day_of(request)
    parts = (("norms", "norms:list"), ("codes", "norms:codes"), ("calendar", "norms:calendar"))
    tabs = [
        {"label": WORDS[key], "url": reverse(name, args=[committee.uid]), "active": key == part} for key, name in parts
    ]
    look = LookForm(initial={"committee": committee.uid, "on": day})
    return {"committee": committee, "day": day, "tabs": tabs, "look": look, "past": day != clock.today(), **more}


def crumbs(committee: Committee, *steps: tuple[str, str]) -> list[dict[str, str]]:
    """The way to a page below the overview."""
    way = [{"label": WORDS["norms"], "url": reverse("norms:list", args=[committee.uid])}]
    return way + [{"label": label, "url": url} for label, url in steps]


def small_form(request: HttpRequest, address: str, label: str, question: str, **hidden: str) -> SafeString:
    """A button that posts, for a table's last column."""
    fields = [format_html('<input type="hidden" name="{}" value="{}">', name, value) for name, value in hidden.items()]
    return format_html(
        '<form method="post" action="{}" data-confirm="{}"><input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '{}<button class="lz-button lz-plain-button" type="submit">{}</button></form>',
        address,
        question,
        get_token(request),
        SafeString("".join(fields)),
        label,
    )
