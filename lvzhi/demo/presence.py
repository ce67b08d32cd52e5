"""Whether what lies here is invented: asked by the command line, the login page and every page's frame."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from lvzhi.committee.models import Committee
from lvzhi.demo.plan import WUDANG


def is_built() -> bool:
    """Whether this database holds the demonstration data."""
    return Committee.objects.filter(code=WUDANG.code, name=WUDANG.name).exists()


def marker() -> Path:
    """The file in the data folder that says: what lies here is invented."""
    return Path(settings.LVZHI_DATA) / "demonstration"


def is_marked() -> bool:
    """Whether pages must say 演示数据; asked on every page, so it asks no database."""
    return marker().exists()
