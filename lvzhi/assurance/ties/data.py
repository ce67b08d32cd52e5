"""What is kept of people, and how: R12.2 m, R12.5–R12.12."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.hashers import get_hasher
from django.db import connection, models
from django.template.loader import render_to_string

from lvzhi.assurance.ties.saying import YEAR, bad, duty, either, events, fact, good
from lvzhi.committee.models import Committee
from lvzhi.journal import digests
from lvzhi.journal.checks import sealed_models
from lvzhi.journal.fields import SecretField
from lvzhi.norms.protection import Seen
from lvzhi.workflow.registry import workflows

EXPORTS = ("%exported", "%_taken")
TRIED = 20  # values of each encrypted column that are looked at
MARKING = "lvzhi.config.marking.MarkMiddleware"
BANNER = "ui/_banner.html"
SLOW = ("pbkdf2", "scrypt", "argon2", "bcrypt")  # salted hashes that take their time


def marks(committee: Committee, day: dt.date) -> Seen:
    """Fields that are personal, kind by kind."""
    held = [one for one in sealed_models() if one.journal_private or _secret(one)]
    fields = sum(len(set(one.journal_private) | {field.name for field in _secret(one)}) for one in held)
    return fact("rows_marks", kinds=len(held), fields=fields)


def _secret(model: type[models.Model]) -> list[Any]:
    return [one for one in model._meta.concrete_fields if isinstance(one, SecretField)]


def sealed(committee: Committee, day: dt.date) -> Seen:
    """Encrypted columns, and that what stands in them is no plain text."""
    columns = [(one, field) for one in apps.get_models() for field in _secret(one)]
    seen = plain = 0
    with connection.cursor() as cursor:
        for model, field in columns:
            table, column = model._meta.db_table, field.column
            cursor.execute(f'SELECT "{column}" FROM "{table}" WHERE "{column}" <> %s LIMIT {TRIED}', [""])  # noqa: S608  reason: names of our own models
            values = [row[0] for row in cursor.fetchall()]
            seen += len(values)
            plain += sum(not _is_sealed(one) for one in values)
    return either(not plain, "data_sealed", fields=len(columns), count=seen, plain=plain)


def _is_sealed(text: str) -> bool:
    name, mark, body = text.partition(":")
    return bool(mark and name and not name.isdigit() and len(body) > len(name))


def residual(committee: Committee, day: dt.date) -> Seen:
    """What is deleted leaves nothing behind."""
    if connection.vendor != "sqlite":
        return duty("data_residual_not")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        on = bool(cursor.fetchone()[0])
    return either(on, "data_residual", "data_residual_not")


def layers(committee: Committee, day: dt.date) -> Seen:
    """Cryptography below the application."""
    return duty("cryptography")


def digest(committee: Committee, day: dt.date) -> Seen:
    """Which digest the journal uses."""
    return fact("provider_digest", name=digests.current().upper(), document="for-operators/4-environment")


def password(committee: Committee, day: dt.date) -> Seen:
    """A slow, salted hash."""
    name = str(get_hasher().algorithm)
    return either(name.startswith(SLOW), "provider_password", name=name)


def searching(committee: Committee, day: dt.date) -> Seen:
    """Encrypted columns that are searched by a keyed digest."""
    found = [
        one for one in sealed_models() if any(field.name.endswith("_digest") for field in one._meta.concrete_fields)
    ]
    return either(bool(found), "provider_search")


def territory(committee: Committee, day: dt.date) -> Seen:
    """Where the machines stand."""
    return duty("territory")


def own(committee: Committee, day: dt.date) -> Seen:
    """Whoever the data are of reads, takes and corrects them."""
    taken = events(committee, "dossier.own_taken", since=YEAR)
    return fact("rights_own", taken=taken, asked=events(committee, "dossier.amendment.begin", since=YEAR))


def assessed(committee: Committee, day: dt.date) -> Seen:
    """An assessment on paper."""
    return duty("rights_assess")


def unmasked(committee: Committee, day: dt.date) -> Seen:
    """How often a whole number was shown."""
    return fact("privacy_unmask", count=events(committee, "people.unmask"))


def exported(committee: Committee, day: dt.date) -> Seen:
    """Whether what is taken away says by whom, and how often something was."""
    marked = MARKING in settings.MIDDLEWARE
    return either(marked, "privacy_watermark", "privacy_unmarked", count=events(committee, *EXPORTS))


def banner(committee: Committee, day: dt.date) -> Seen:
    """What every page says at its top."""
    text = render_to_string(BANNER)
    start, end = text.find("<strong>"), text.find("</strong>")
    words = text[start + len("<strong>") : end] if start >= 0 else ""
    return either(bool(words), "secrecy_banner", words=words)


def offline(committee: Committee, day: dt.date) -> Seen:
    """A step that erases the content and keeps the number."""
    step = next((step for one in workflows() for step in one.steps if step.key == "take_offline"), None)
    return bad("secrecy_no_offline") if step is None else good("secrecy_offline", name=step.name)
