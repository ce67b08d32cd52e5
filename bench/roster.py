"""``python -m bench.roster PEOPLE RUN``: a roster read bare, and imported (preview, then commit), in one process."""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from bench.texts import START

TIMES = 2


def main(people: int, run: int) -> dict[str, Any]:
    """Times in milliseconds: medians of alternating bare reads and imports into committees set up for each."""
    from bench.sheets import write

    bare, preview, commit, counts = [], [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(-1, TIMES):  # the first warms up: imports, templates, the almanac
            number = run * (TIMES + 1) + turn + 1
            path = Path(folder) / f"{number}.xlsx"
            write(path, people, number)
            times = [_timed(lambda path=path: _bare(path)) for _ in range(2)]
            seen, kept, statements = _import(path, people, number)
            times += [_timed(lambda path=path: _bare(path)) for _ in range(2)]
            if turn >= 0:
                bare += times
                preview.append(seen)
                commit.append(kept)
                counts.append(statements)
    return {
        "people": people,
        "bare": median(bare),
        "preview": median(preview),
        "commit": median(commit),
        "statements": max(counts),
    }


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _bare(path: Path) -> list[Any]:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def _import(path: Path, people: int, number: int) -> tuple[float, float, int]:
    """Preview and commit of one file in a committee of its own, as the pages do it; statements of the two together."""
    from django.db import connection

    from bench.sheets import PANELS, SECTORS
    from lvzhi.accounts.actors import system_actor
    from lvzhi.committee import actions as places
    from lvzhi.norms.memo import remembering
    from lvzhi.people.roster import import_roster

    actor = system_actor("bench")
    place = places.create(actor, name=f"第{number}测试政协", code=f"T{number}", level="county")
    places.open_term(actor, place, number=10, starts=START)
    for kind, names in (("sector", SECTORS), ("special_committee", PANELS)):
        for name in names:
            places.add_organ(actor, place, kind=kind, name=name, starts=START)
    results: list[Any] = []

    def take(*, dry_run: bool) -> None:
        data = path.read_bytes()
        with remembering():  # as within a request
            results.append(import_roster(actor, place, data, path.name, dry_run=dry_run))

    count = 0

    def counted(execute: Any, *rest: Any) -> Any:
        nonlocal count
        count += 1
        return execute(*rest)

    with connection.execute_wrapper(counted):
        preview, commit = _timed(lambda: take(dry_run=True)), _timed(lambda: take(dry_run=False))
    if not results[-1].written or results[-1].members != people:
        raise SystemExit(f"the roster was not written: {[one.sentence for one in results[-1].findings[:3]]}")
    return preview, commit, count


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.product.settings"
    import django

    django.setup()
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
