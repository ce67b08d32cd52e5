"""Records that share most with a text: by the words that tell most of it, found in the index, then by sentences.

What is found is a short list for a room to compare further, by its own measure and within its own rights; nothing here
asks who may read it. A word that many texts have tells little: how many have its pairs of signs is counted when the
index is rebuilt.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lvzhi.search.engines import engine
from lvzhi.search.folding import pieces, plain
from lvzhi.search.models import FIRST, SearchShelf, SearchText
from lvzhi.search.rebuilding import WHOLE
from lvzhi.search.vocabulary import ENDS

TELLING: Final = 60  # words that are looked for: with thirty a copy that keeps a quarter is missed
KNOWN: Final = 40  # of them such as several texts are known to have
RARE: Final = 10  # of ten thousand: counted for a pair that is not among the common ones
COMPARED: Final = 50  # texts compared by sentences, at least
SENTENCE: Final = 6  # signs
AGREES: Final = 60  # per cent of two sentences: from here on one is the other, rewritten
_ENDS: Final = re.compile(ENDS)

_common: dict[str, Any] = {"of": None, "shares": {}}


def nearest(kind: str, committee: int, text: str, most: int) -> list[int]:
    """Keys of the committee's records of a kind that share most with a text, nearest first; three statements.

    Args:
        kind: "app_label.model_name".
        most: how many at most.
    """
    shelf, filled = _shelf()
    told = telling(text, _shares(filled))
    found = engine().nearest(told, kind, committee, shelf, max(most, COMPARED))
    if not found:
        return []
    rows = SearchText.objects.filter(shelf=shelf, kind=kind, record__in=found, part="")
    texts = {key: f"{title}\n{body}" for key, title, body in rows.values_list("record", "title", "body")}
    return _in_order(text, {key: texts[key] for key in found if key in texts})[:most]


def _in_order(text: str, texts: Mapping[int, str]) -> list[int]:
    """By how many sentences agree, wherever they stand; one that most of these texts have tells little."""
    from rapidfuzz import fuzz, process

    theirs = {key: sentences(other) for key, other in texts.items()}
    scores = dict.fromkeys(texts, 0.0)
    for mine in sentences(text):
        agree = {}
        for key, others in theirs.items():
            best = process.extractOne(mine, others, scorer=fuzz.ratio, score_cutoff=AGREES)
            if best is not None:
                agree[key] = best[1]
        for key, ratio in agree.items():
            scores[key] += ratio * math.log((1 + len(texts)) / len(agree))
    return sorted(texts, key=lambda key: scores[key], reverse=True)  # equal ones as the index put them


def sentences(text: str) -> list[str]:
    """The sentences of a text in the one spelling; very short ones tell nothing."""
    return [told for one in _ENDS.split(text) if len(told := plain(one)) >= SENTENCE]


def words(text: str) -> Iterator[str]:
    """The words of a text in the one spelling; single signs tell nothing."""
    import rjieba  # its dictionary takes a moment to load: only who compares texts pays for it

    for line in text.splitlines():
        for word in rjieba.cut(plain(line)):
            if len(word) > 1:
                yield word


def telling(text: str, shares: dict[str, int]) -> list[tuple[str, float]]:
    """The words that tell most of a text, each with its weight.

    Args:
        shares: of ten thousand texts, how many have a pair of signs; pairs that few have are left out of it.
    """
    weighed, known = {}, set()
    for word, count in Counter(words(text)).items():
        share = min(shares.get(piece, RARE) for piece in pieces(word))
        weighed[word] = math.log(WHOLE / share) * (1 + math.log(count))
        if all(piece in shares for piece in pieces(word)):
            known.add(word)
    first = sorted((one for one in weighed.items() if one[0] in known), key=lambda one: one[1], reverse=True)[:KNOWN]
    # Words that hardly any text has may be this one's alone: of those, some from everywhere in the text.
    rare = [one for one in weighed.items() if one[0] not in known]
    left = TELLING - len(first)
    return first + rare[:: max(1, len(rare) // left)][:left]


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
