"""A rule set entered part by part, as its forms ask for it: what is typed, and the typing over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from lvzhi.evaluation.vocabulary.kinds import LEVELS

WHOLE = ("total", "floor", "places", "rounding")
ASKED_FIRST = frozenset({"number", "sort", "kinds", "filters", "by_level"})
PARTS = ("blocks", "grades", "items", "needs")  # a condition names a grade


def answers(part: Mapping[str, Any]) -> dict[str, Any]:
    """A part, as plain data, as its form asks for it.

    Args:
        part: of `reckoning.told`, which leaves out what is as usual.
    """
    given = {key: value for key, value in part.items() if key not in ASKED_FIRST}
    given |= {f"facet_{key}": values for key, values in part.get("filters", {}).items()}
    if "by_level" in part:
        given["by_level"] = "、".join(f"{LEVELS[key]}{points}" for key, points in part["by_level"].items())
    elif "block" in part and part.get("sort") != "gap":
        given.setdefault("points", "0")  # the form asks for it: nothing is nothing only where somebody said so
    return given


class Fields(HTMLParser):
    """What a browser would send of the page's form if nobody touched it, and the names of all its controls."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self.names: set[str] = set()
        self._inside = self._form = False
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A control, an option."""
        known = dict(attrs)
        if tag == "main":
            self._inside = True
        if tag == "form":
            self._form = self._inside and "lz-form" in (known.get("class") or "")
        name, kind = known.get("name") or "", known.get("type") or ""
        if not self._form:
            return
        if tag == "option" and self._select and "selected" in known:
            self.values[self._select] = [known.get("value") or ""]
        if tag in {"input", "select", "textarea"} and name:
            self.names.add(name)
            self._select = name if tag == "select" else ""
            if tag == "input" and (kind not in {"radio", "checkbox"} or "checked" in known):
                self.values.setdefault(name, []).append(known.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        """The end of a form."""
        if tag == "form":
            self._form = False


def send(client: Client, address: str, given: Mapping[str, Any]) -> str:
    """Open a form, change what is given, send it.

    Returns:
        where it led.

    Raises:
        AssertionError: the form asks for no such thing, or refuses.
    """
    fields = Fields(client.get(address).content.decode())
    assert set(given) <= fields.names, (address, set(given) - fields.names)
    data = fields.values | {key: _sent(value) for key, value in given.items()}
    answer = client.post(address, data)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def _sent(value: Any) -> list[str]:
    several = value if isinstance(value, list) else [value]
    return ["" if one is None else "on" if one is True else str(one) for one in several]


def enter(client: Client, data: Mapping[str, Any]) -> UUID:
    """A whole rule set, blank at first.

    Args:
        data: of `reckoning.told`.
    """
    begun = {"name": data["name"], "year": data["year"], "subject": data["subject"]}
    uid = UUID(send(client, reverse("evaluation:set_begin"), begun).rstrip("/").split("/")[-1])
    whole = {key: data[key] for key in WHOLE if key in data}
    if whole:
        send(client, reverse("evaluation:set_describe", args=[uid]), whole)
    for name in PARTS:
        for part in data[name]:
            address = reverse("evaluation:part", args=[uid, name, 0])
            if name in ("items", "needs"):
                sort = part.get("sort", "auto")
                kinds = "".join(f"&kinds={one}" for one in part.get("kinds", ()))
                assert sort != "auto" or set(part["kinds"]) <= set(_kinds(client, address))
                address = f"{address}?sort={sort}{kinds}"
            send(client, address, answers(part))
    return uid


def _kinds(client: Client, address: str) -> list[str]:
    """The kinds of record that the first question offers."""
    page = client.get(address).content.decode()
    return [part.split('"')[0] for part in page.split('name="kinds" value="')[1:]]
