"""``lvzhi restore --check FILE``: a backup restored in a place of its own, held against its manifest, and removed."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from lvzhi.config import environment
from lvzhi.config.keeping import database, parcel, state
from lvzhi.config.keeping.telling import Progress, Stop, need_space, workplace
from lvzhi.config.keeping.vocabulary import (
    COUNT_DIFFERS,
    DRILL_DIFFERS,
    DRILL_EQUAL,
    FIGURE_DIFFERS,
    HEAD_DIFFERS,
    NAMED_MISSING,
)

DONE, FINDING = 0, 1
SHOWN = 50  # differences printed


def drill(one: parcel.Parcel, keys: str, progress: Progress) -> int:
    """Restore it where nobody works, look at it there, and say what differs."""
    from django.conf import settings

    began, folder = time.monotonic(), Path(settings.LVZHI_DATA)
    if one.manifest["database"] == "postgresql" != database.kind():
        raise Stop("other_database", name=one.name, theirs="postgresql", own=database.kind())
    need_space(folder, sum(size for size, _ in one.members.values()))
    with workplace(folder, "drill") as work:
        one.unpack(work, progress)
        then = json.loads((work / parcel.FIGURES).read_text(encoding="utf-8"))
        now = _look(one, keys, work, progress)
    progress.close()
    found = [
        *now["findings"],
        *counts_differ(one.manifest["counts"], now["counts"]),
        *_heads_differ(one.manifest["head"], now["head"]),
        *figures_differ(then, now["figures"]),
        *files_missing(_absent(one, now)),
    ]
    facts = facts_of(one) | {
        "figures": sum(len(book) for book in then.values()),
        "committees": len({place.rpartition(" ")[0] for place in then}),
        "years": "、".join(sorted({place.rpartition(" ")[2] for place in then})),
        "seconds": round(time.monotonic() - began),
        "count": len(found),
    }
    print((DRILL_DIFFERS if found else DRILL_EQUAL).format(**facts))
    for sentence in found[:SHOWN]:
        print(sentence)
    return FINDING if found else DONE


def _look(one: parcel.Parcel, keys: str, work: Path, progress: Progress) -> state.State:
    copied = work / parcel.DATABASES[one.manifest["database"]]
    moment = dt.datetime.fromisoformat(one.manifest["made_at"])
    if one.manifest["database"] == "sqlite":
        return state.looked_at(work, f"sqlite:///{copied}", moment, keys, drill=True)
    with database.scratch() as name:
        database.load(copied, name, progress)
        address = urlunsplit(urlsplit(environment.text("DATABASE_URL"))._replace(path=f"/{name}"))
        return state.looked_at(work, address, moment, keys, drill=True)


def facts_of(one: parcel.Parcel) -> dict[str, Any]:
    """What sentences say of a backup."""
    known = one.manifest
    return {
        "name": one.name,
        "made_at": known["made_at"][:16].replace("T", " "),
        "tables": len(known["counts"]),
        "rows": sum(known["counts"].values()),
        "files": sum(parcel.STORED.fullmatch(name) is not None for name in one.members),
        "seq": known["head"]["seq"] if known["head"] else 0,
    }


def counts_differ(then: Mapping[str, int], now: Mapping[str, int]) -> list[str]:
    """Tables that do not hold as many rows as the manifest says."""
    return [
        COUNT_DIFFERS.format(table=table, then=then.get(table, "—"), now=now.get(table, "—"))
        for table in sorted({*then, *now})
        if then.get(table) != now.get(table)
    ]


def figures_differ(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Figures that do not come to what they came to when the backup was made."""
    found = []
    for place in sorted({*then, *now}):
        before, after = then.get(place, {}), now.get(place, {})
        committee, _, year = place.rpartition(" ")
        found += [
            FIGURE_DIFFERS.format(
                committee=committee, year=year, key=key, then=_shown(before.get(key)), now=_shown(after.get(key))
            )
            for key in sorted({*before, *after})
            if before.get(key) != after.get(key)
        ]
    return found


def _shown(numbers: Sequence[Any] | None) -> str:
    return "/".join("—" if one is None else str(one) for one in (numbers or [None])[:3])


def _heads_differ(then: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> list[str]:
    if then == now:
        return []
    return [HEAD_DIFFERS.format(then=(then or {}).get("seq", 0), now=(now or {}).get("seq", 0))]


def _absent(one: parcel.Parcel, now: state.State) -> list[str]:
    """Files that records name and the backup has not."""
    named = {f"{room}/{digest[:2]}/{digest}" for room in ("files", "relay") for digest in now[room]}
    return sorted(named - set(one.members))


def files_missing(names: Sequence[str]) -> list[str]:
    """One sentence for each."""
    return [NAMED_MISSING.format(name=name) for name in names]
