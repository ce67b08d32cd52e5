"""``python -m bench.searching ROUND``: questions put to the index of the large database, held against a plain scan.

Questions are cut out of the texts themselves: a word of two signs, a phrase of four, two or three words that must all
be there, an excerpt of seven to twelve signs cut anywhere. Each is asked as the page asks it: matched, kept within the
clerk's rights, put in order, its page of twenty read. Similar texts: a tenth of the signs changed, a third of the
sentences gone and the rest in another order, under another title. Prints milliseconds, shares, sizes as JSON.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

ASKED = 60  # of each kind
SCANNED = 12  # of each kind, held against the scan
PAIR, PHRASE, WORDS, EXCERPT = "word", "phrase", "and", "excerpt"
SWAPS = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行"
)


def main(number: int) -> dict[str, float]:
    """Ask all; the first round also rebuilds the index and looks at its size."""
    from lvzhi.accounts.actors import actor_for
    from lvzhi.accounts.models import Account
    from lvzhi.search.models import SearchShelf, SearchText

    chance = random.Random(number)
    actor = actor_for(Account.objects.get(username="clerk"))
    found: dict[str, float] = {}
    began = time.perf_counter()
    if not SearchShelf.objects.exclude(filled_at=None).exists():
        from lvzhi.search.rebuilding import rebuild

        found["texts"] = rebuild()
        found["rebuild"] = time.perf_counter() - began
    found |= _sizes()
    rows = SearchText.objects.filter(shelf=_live(), kind="proposals.proposal")
    plains = _plains(rows)
    questions = _questions(chance, list(plains.values()))
    for name, asked in questions.items():
        found |= {f"{name}_{key}": value for key, value in _timed(lambda words: _find(actor, words), asked).items()}
    found |= _agreement(actor, questions, plains) | _similar(chance, rows)
    return found


def _live() -> int:
    from lvzhi.search.models import SearchShelf

    return SearchShelf.objects.get().live


def _plains(rows: Any) -> dict[int, str]:
    from lvzhi.search.kinds import whole

    return {key: whole(head, body) for key, head, body in rows.values_list("record", "head", "body").iterator()}


def _questions(chance: random.Random, plains: list[str]) -> dict[str, list[str]]:
    def word(text: str, least: int, most: int) -> str:
        runs = [run for run in re.findall(r"[\u4e00-\u9fff]+", text) if len(run) >= most]
        run, length = chance.choice(runs), chance.randint(least, most)
        start = chance.randrange(len(run) - length + 1)
        return run[start : start + length]

    def excerpt(text: str) -> str:
        line, length = max(text.split("\n"), key=len), chance.randint(7, 12)
        start = chance.randrange(len(line) - length)
        return f"“{line[start : start + length].strip()}”"

    def several(text: str) -> str:
        return " ".join(word(text, 2, 4) for _ in range(chance.randint(2, 3)))

    def of(cut: Callable[[str], str]) -> list[str]:
        return [cut(chance.choice(plains)) for _ in range(ASKED)]

    return {
        PAIR: of(lambda text: word(text, 2, 2)), PHRASE: of(lambda text: word(text, 4, 4)), WORDS: of(several),
        EXCERPT: of(excerpt),
    }  # fmt: skip


def _find(actor: Any, words: str) -> None:
    from lvzhi.search.asking import read
    from lvzhi.search.finding import find

    find(actor, read(words))


def _timed(ask: Callable[[str], Any], asked: list[str]) -> dict[str, float]:
    ask(asked[0])
    spent = []
    for words in asked:
        began = time.perf_counter()
        ask(words)
        spent.append((time.perf_counter() - began) * 1000)
    spent.sort()
    return {"p50": median(spent), "p95": spent[int(len(spent) * 0.95) - 1]}


def _agreement(actor: Any, questions: dict[str, list[str]], plains: dict[int, str]) -> dict[str, float]:
    """Of what a plain scan finds, how much the index finds, and the other way round; the worst question of all."""
    from lvzhi.search.asking import read
    from lvzhi.search.engines import engine
    from lvzhi.search.finding import Narrowed, readable
    from lvzhi.search.models import SearchText

    recall = precision = 1.0
    within = readable(actor, Narrowed(kind="proposals.proposal"))
    for asked in (read(words) for several in questions.values() for words in several[:SCANNED]):
        truth = {key for key, plain in plains.items() if asked.held(plain, plain)}
        rows = SearchText.objects.filter(engine().matching(asked, _live()), within)
        got = set(rows.values_list("record", flat=True))
        both = len(truth & got)
        recall = min(recall, both / len(truth) if truth else 1.0)
        precision = min(precision, both / len(got) if got else 1.0)
    return {"recall": recall, "precision": precision}


def _similar(chance: random.Random, rows: Any) -> dict[str, float]:
    from lvzhi.committee.models import Committee
    from lvzhi.search.similar import nearest

    place = Committee.objects.get()
    keys = chance.sample(list(rows.values_list("record", flat=True)), ASKED)
    bodies = dict(rows.filter(record__in=keys).values_list("record", "body"))
    first = among = 0
    copies = {key: _rewritten(chance, body) for key, body in bodies.items()}
    spent = []
    for key, text in copies.items():
        began = time.perf_counter()
        near = nearest("proposals.proposal", place.pk, text, 60)
        spent.append((time.perf_counter() - began) * 1000)
        first += near[:1] == [key]
        among += key in near[:10]
    spent.sort()
    return {
        "similar_p50": median(spent), "similar_p95": spent[int(len(spent) * 0.95) - 1],
        "similar_first": first / len(copies), "similar_ten": among / len(copies),
    }  # fmt: skip


def _rewritten(chance: random.Random, body: str) -> str:
    sentences = [one for one in re.split(r"(?<=[。\n])", body) if one.strip()]
    kept = chance.sample(sentences, max(1, len(sentences) * 2 // 3))
    signs = [chance.choice(SWAPS) if chance.random() < 0.1 else sign for sign in "".join(kept)]
    return "关于另一件事的提案\n" + "".join(signs)


def _sizes() -> dict[str, float]:
    """Megabytes of texts and index."""
    from django.db import connection

    if connection.vendor == "postgresql":
        asks = {
            "texts_mb": "SELECT pg_table_size('search_text')",
            "index_mb": "SELECT pg_relation_size('search_grams_0') + pg_relation_size('search_grams_1')",
        }
    else:
        asks = {
            "texts_mb": "SELECT sum(length(CAST(head || body || title || names AS BLOB))) FROM search_text",
            "index_mb": "SELECT (SELECT sum(length(block)) FROM search_grams_0_data) "
            "+ (SELECT sum(length(block)) FROM search_grams_1_data)",
        }  # fmt: skip
    found = {}
    for name, sql in asks.items():
        with connection.cursor() as cursor:
            cursor.execute(sql)
            found[name] = float(cursor.fetchone()[0] or 0) / 1e6
    return found


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.product.settings"
    import django

    django.setup()
    print(json.dumps(main(int(sys.argv[1]))))
