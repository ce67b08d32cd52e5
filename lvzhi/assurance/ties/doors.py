"""Addresses, headers, uploads, the machine below: R12.2 c, h, k, l, R12.4, R12.20–R12.22."""

from __future__ import annotations

import datetime as dt
import json
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.db import connection
from django.urls import URLResolver, get_resolver

from lvzhi import norms
from lvzhi.assurance.ties.saying import bad, duty, either, fact, good
from lvzhi.committee.models import Committee
from lvzhi.links.kinds import kinds
from lvzhi.norms.protection import Seen
from lvzhi.workflow.registry import workflows

PARTS_LIST = Path(__file__).resolve().parents[3] / "sbom.json"
CSRF = "django.middleware.csrf.CsrfViewMiddleware"
RISKY = frozenset({"bat", "cmd", "docm", "exe", "htm", "html", "jar", "js", "msi", "ps1", "sh", "svg", "vbs", "xlsm"})
LOGIN = "django.contrib.auth.middleware.LoginRequiredMiddleware"


def encrypted(committee: Committee, day: dt.date) -> Seen:
    """Whether the cookies of a session may travel in the open."""
    on = bool(settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE)
    return either(on, "remote_on", "remote_off", document="for-operators/3-proxy")


def remote(committee: Committee, day: dt.date) -> Seen:
    """How the server itself is administered."""
    return duty("remote_admin")


def least(committee: Committee, day: dt.date) -> Seen:
    """What else runs on the machine."""
    return duty("least", document="for-operators/1-install")


def _addresses(patterns: Sequence[Any]) -> Iterable[Any]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _addresses(one.url_patterns)
        else:
            yield one


def _doors() -> tuple[int, int]:
    found = list(_addresses(get_resolver().url_patterns))
    return len(found), sum(bool(getattr(one.callback, "login_required", True)) for one in found)


def rules(committee: Committee, day: dt.date) -> Seen:
    """Rules over records, and addresses that ask who comes."""
    doors, asked = _doors()
    said: dict[str, Any] = {"flows": len(workflows()), "kinds": len(kinds()), "doors": doors, "asked": asked}
    return either(LOGIN in settings.MIDDLEWARE, "rows_rules", **said)


def open_doors(committee: Committee, day: dt.date) -> Seen:
    """What opens without a login."""
    doors, asked = _doors()
    return fact("rows_doors", count=doors - asked)


def uploads(committee: Committee, day: dt.date) -> Seen:
    """What may be uploaded, and how far it may unpack."""
    allowed = cast("Sequence[str]", norms.value("files.types", committee, day))
    risky = sorted(RISKY & {one.lower() for one in allowed})
    if risky:
        return bad("input_risky", names=" ".join(risky))
    return good("input_types", count=len(allowed), unpacked=norms.value("files.max_unpacked", committee, day))


def parts(committee: Committee, day: dt.date) -> Seen:
    """The list of what the product is made of."""
    if not PARTS_LIST.is_file():
        return bad("input_no_parts")
    listed = json.loads(PARTS_LIST.read_text(encoding="utf-8"))["components"]
    licensed = all(one.get("licenses") for one in listed)
    return either(licensed, "input_parts", count=len(listed))


def virus(committee: Committee, day: dt.date) -> Seen:
    """Whoever runs the server looks for malware."""
    return duty("input_virus")


def forgery(committee: Committee, day: dt.date) -> Seen:
    """Every form that changes something carries a token."""
    return either(CSRF in settings.MIDDLEWARE, "on", "off")


def headers(committee: Committee, day: dt.date) -> Seen:
    """What a browser may run: scripts and styles of the product's own files alone."""
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    shown = "; ".join(f"{name} {' '.join(map(str, values))}" for name, values in directives.items())
    return either("unsafe-inline" not in shown and "unsafe-eval" not in shown, "portal_headers", policy=shown)


def inside(committee: Committee, day: dt.date) -> Seen:
    """Nothing is loaded from elsewhere."""
    policy = [str(one) for one in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["default-src"]]
    return either(policy == ["'self'"], "domestic_outside")


def platform_here(committee: Committee, day: dt.date) -> Seen:
    """What it runs on now."""
    return fact(
        "domestic_platform", machine=platform.machine(), system=platform.system(), vendor=connection.vendor,
        python=platform.python_version(), document="for-operators/4-environment",
    )  # fmt: skip


def matrix(committee: Committee, day: dt.date) -> Seen:
    """Trying it on the machines that are bought."""
    return duty("domestic_matrix")
