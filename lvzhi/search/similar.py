"""Records that share most with a text: by the pairs of signs that tell most of it, found in the index.

What is found is a short list for a room to compare further, by its own measure and within its own rights; nothing here
asks who may read it. A pair that many texts have tells little: how many have it is counted when the index is rebuilt.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import Any, Final

from lvzhi.search.engines import engine
from lvzhi.search.folding import grams, plain
from lvzhi.search.models import FIRST, SearchShelf
from lvzhi.search.rebuilding import WHOLE

TELLING: Final = 60  # pairs that are looked for; twice as many find no more
KNOWN: Final = 40  # of them such as several texts are known to have
RARE: Final = 10  # of ten thousand: counted for a pair that is not among the common ones

_common: dict[str, Any] = {"of": None, "shares": {}}


def nearest(kind: str, committee: int, text: str, most: int) -> list[int]:
    """Keys of the committee's records of a kind that share most with a text, nearest first; two statements.

    Args:
        kind: "app_label.model_name".
        most: how many at most.
    """
    shelf, filled = _shelf()
    told = telling(text, _shares(filled))
    return engine().nearest(told, kind, committee, shelf, most)


def telling(text: str, shares: dict[str, int]) -> list[tuple[str, float]]:
    """The pairs that tell most of a text, each with its weight.

    Args:
        shares: of ten thousand texts, how many have a pair; pairs that few have are left out of it.
    """
    lines = "\n".join(plain(line) for line in text.splitlines())
    counted = Counter(piece for field in grams(lines) for piece in field if len(piece) > 1)
    weighed = [
        (piece, math.log(WHOLE / shares.get(piece, RARE)) * (1 + math.log(count))) for piece, count in counted.items()
    ]
    known = sorted((one for one in weighed if one[0] in shares), key=lambda one: one[1], reverse=True)[:KNOWN]
    # Pairs that hardly any text has may be this one's alone: of those, some from everywhere in the text.
    rare = [one for one in weighed if one[0] not in shares]
    left = TELLING - len(known)
    return known + rare[:: max(1, len(rare) // left)][:left]


def _shelf() -> tuple[int, Any]:
    found = SearchShelf.objects.filter(pk=1).values_list("live", "filled_at").first()
    return found or (FIRST, None)


def _shares(filled: Any) -> dict[str, int]:
    """What was counted when the index was last rebuilt, read once in each process."""
    if filled is None:
        return {}
    if _common["of"] != filled:
        _common["shares"] = SearchShelf.objects.values_list("common", flat=True).get(pk=1)
        _common["of"] = filled
    shares: dict[str, int] = _common["shares"]
    return shares
