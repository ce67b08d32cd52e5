"""Which of the standard's faces this machine has (R12.14). The file names them in any case: readers may have them."""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache

from lvzhi.exchange.vocabulary import DECLARED_FONTS, FONT_ALIASES

_SECONDS = 20


def missing_fonts() -> tuple[str, ...]:
    """Declared faces that are not installed here under any of their names; all of them where no one can be asked."""
    installed = _installed()
    return tuple(font for font in DECLARED_FONTS if installed.isdisjoint((font, *FONT_ALIASES[font])))


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    tool = shutil.which("fc-list")
    if tool is None:
        return frozenset()
    try:
        done = subprocess.run(  # noqa: S603  # a fixed command without input
            [tool, "--format=%{family}\n"], capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return frozenset()
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    return frozenset(name.strip() for line in lines for name in line.split(","))
