"""Texts of rooms below this one, which cannot register themselves: units of the directory."""

from __future__ import annotations

from django.urls import reverse

from lvzhi.access import ANYONE
from lvzhi.directory.models import Unit
from lvzhi.search.kinds import Texts

UNITS = Texts(
    Unit._meta.label_lower,
    str(Unit._meta.verbose_name),
    rows=Unit.objects.all,
    readable=ANYONE.rows,
    url=lambda uid: reverse("directory:detail", args=[uid]),
    title=["name"],
    names=["short_name"],
    day="starts",
)
