"""Reads the whole public site of an installation as anybody, and holds it against everything that is nobody's business.

Run inside the installation; `main` prints what it found as JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import reverse

from lvzhi.committee.models import Organ
from lvzhi.directory.models import Unit
from lvzhi.people.models import Person
from lvzhi.proposals.models import Contact, Proposal, Publication, Rating, Redaction, Reply

LINK = re.compile(r'(?:href|src|action)="([^"#][^"]*)"')
DIGITS = re.compile(r"\d[\d\- ]{5,}\d[\dXx]?")
LARGE = 30  # pages read in large type
LEAST = 6  # signs of a text that can be told from any other
OUTSIDE = ("http:", "https:", "mailto:")


def read_all(start: str = "/open/", *, large: bool = False, most: int = 10_000) -> dict[str, Any]:
    """Every page that links lead to from the first, or so many of them, by address: status, kind, body."""
    client = Client()
    if large:
        client.cookies["lz_size"] = "large"
    waiting, found = [start, "/robots.txt", reverse("portal:sitemap")], {}
    while waiting and len(found) < most:
        url = waiting.pop()
        if url in found or not url.startswith(("/open/", "/robots.txt")) or url.startswith("/open/type/"):
            continue
        answer = client.get(url)
        body, kind = answer.content.decode(), answer.headers["Content-Type"].partition(";")[0]
        found[url] = {"status": answer.status_code, "kind": kind, "body": body}
        if kind == "text/html":
            waiting += [urljoin(url, unescape(one)) for one in LINK.findall(body) if not one.startswith(OUTSIDE)]
        elif kind.endswith("xml"):
            found_here = re.findall(r"<loc>([^<]+)</loc>|<link href=\"([^\"]+)\"", body)
            waiting += [urlsplit(one or other).path for one, other in found_here]
    return found


def numbers() -> set[str]:
    """Telephone and identity numbers of everybody, and those with which units answer."""
    found: set[str] = set()
    for person in Person.objects.all():
        for secret in (person.phone, person.id_number):
            if secret:
                found.add(secret.reveal())
    for contact in Reply.objects.exclude(contact="").values_list("contact", flat=True):
        found |= {re.sub(r"\D", "", one) for one in DIGITS.findall(contact)}
    return {one for one in found if len(one) > LEAST}


def texts() -> dict[str, str]:
    """What nobody may read, with what it is."""
    public = set(_standing().values_list("proposal_id", flat=True))
    hidden = Proposal.objects.exclude(pk__in=public)
    known = set(Proposal.objects.filter(pk__in=public).values_list("title", flat=True))
    found = {title: "title" for title in hidden.values_list("title", flat=True) if title not in known}
    houses = set(Unit.objects.values_list("name", flat=True)) | set(Organ.objects.values_list("name", flat=True))
    for name in ("home_address", "employer_address", "employer"):
        found |= {one: name for one in Person.objects.values_list(name, flat=True) if one not in houses}
    found |= {one.isoformat(): "born" for one in Person.objects.values_list("born", flat=True) if one}
    found |= {f"{d.year}年{d.month}月{d.day}日": "born" for d in Person.objects.values_list("born", flat=True) if d}
    for model, name in (
        (Rating, "reason"), (Contact, "points"), (Contact, "agreed"), (Redaction, "text"), (Publication, "opinion"),
        (Publication, "withdraw_ground"), (Publication, "reason"), (Proposal, "publish_ground"),
        (Proposal, "return_opinion"), (Proposal, "withdraw_ground"), (Proposal, "explanation"),
    ):  # fmt: skip
        found |= dict.fromkeys(model._default_manager.values_list(name, flat=True), f"{model.__name__}.{name}")
    return {text: kind for text, kind in found.items() if text and len(text) >= LEAST}


def _standing() -> Any:
    return Publication.objects.filter(state="published", voided_at=None, proposal__voided_at=None)


def leaks(pages: dict[str, Any], secret: set[str], hidden: dict[str, str]) -> list[str]:
    """Where something of it stands."""
    found = []
    for url, page in pages.items():
        plain = re.sub(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", "", page["body"])
        told = {re.sub(r"[\- ]", "", one) for one in DIGITS.findall(plain)}
        found += [f"{url} number {one[:3]}…" for one in told & secret]
    whole = "\n".join(page["body"] for page in pages.values())
    found += [f"{kind} {text}" for text, kind in hidden.items() if text in whole]
    return found


def faults(pages: dict[str, Any]) -> list[str]:
    """What is wrong with pages: broken links, scripts, styles of their own, no landmarks, anchors that lead nowhere."""
    found = [f"{url} {page['status']}" for url, page in pages.items() if page["status"] != 200]
    for url, page in pages.items():
        if page["kind"] == "text/html":
            found += [f"{url} {one}" for one in _faults(page["body"])]
    return found


def _faults(body: str) -> Iterable[str]:
    for never in ("<script", "style=", "onclick", "htmx", "x-data"):
        if never in body:
            yield never
    for once in ("<h1", "<main", 'lang="zh-CN"', 'class="po-skip"', "<title>", "<footer"):
        if body.count(once) != 1:
            yield f"{body.count(once)} × {once}"
    known = set(re.findall(r' id="([^"]+)"', body))
    for anchor in re.findall(r'href="#([^"]+)"', body):
        if anchor not in known:
            yield f"#{anchor}"
    if re.search(r"\bNone\b|\{\{|\{%", body):
        yield "a value that is none"


def main() -> None:
    """Print what was found."""
    pages = read_all()
    large = read_all(large=True, most=LARGE)
    secret, hidden = numbers(), texts()
    standing = _standing().select_related("proposal__committee")
    url = reverse("portal:proposal", args=[standing[0].proposal.committee.code, standing[0].proposal.uid])
    planted = {"/planted": {"status": 200, "kind": "text/html", "body": f"电话{min(secret)}，{min(hidden)}"}}
    found = {
        "pages": len(pages), "large": sum('data-size="large"' in one["body"] for one in large.values()),
        "faults": faults(pages) + faults(large), "leaks": leaks(pages, secret, hidden),
        "planted": len(leaks(planted, secret, hidden)), "numbers": len(secret), "texts": len(hidden),
        "kinds": sorted({one["kind"] for one in pages.values()}), "public": url in pages,
        "titles": [one.proposal.title in pages[url]["body"] for one in standing[:1]],
    }  # fmt: skip
    print(json.dumps(found))
