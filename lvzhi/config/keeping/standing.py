"""Whether what stands is whole: half a restore is not served, written to or reckoned with."""

from __future__ import annotations

from pathlib import Path

from lvzhi.config.keeping.vocabulary import HALF_RESTORED

BEGUN = "restoring.json"


def half_restored() -> bool:
    """Whether a restore has begun to put a backup in place and has not ended."""
    from django.conf import settings

    return (Path(settings.LVZHI_DATA) / BEGUN).exists()


def check() -> None:
    """Raise `SystemExit` with a sentence over half a restore."""
    if half_restored():
        raise SystemExit(HALF_RESTORED)
