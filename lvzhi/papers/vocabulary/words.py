"""How papers and comments are called in lists and sentences."""

from __future__ import annotations

from typing import Final

COMMENT_OF: Final = "{leader}对“{paper}”的批示"
SERIES_NO: Final = "第{number}期"
