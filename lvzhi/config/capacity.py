"""``lvzhi capacity``: how large an installation must be, from committees and members, by what was measured.

The load script that gave the numbers is ``python -m bench.peak``; they are of its two cores (bench/README.md).
"""

from __future__ import annotations

import argparse
import math

from lvzhi.config.vocabulary import CAPACITY, CAPACITY_SMALL, CAPACITY_SPREAD

DONE = 0
CPU_A_MEMBER = 1.02  # seconds of a core for each member who hands in, clerks and officers with him: 305 s / 300
WINDOW = 600.0  # seconds in which a plenary hands in
BUSY = 0.6  # of a core's time, so that half of all answers stay quick
WEB_MEMORY, WORK_MEMORY, SYSTEM_MEMORY = 0.25, 0.3, 1.0  # GB for each process; for the machine itself
ROWS_A_MEMBER_YEAR = 90.0  # rows of all tables, journal included: the demonstration's 68,000 over its years and members
KB_A_ROW = 0.8  # database with indexes
MB_FILES_A_MEMBER_YEAR = 6.0  # attachments: two of one and a half megabytes for each of two proposals or reports
SMALL_CORES, NODE_CORES, YEARS = 2, 4, 5


def reckoned(committees: int, members: int, together: int) -> dict[str, float]:
    """Cores, processes, memory and disk.

    Args:
        committees: of the installation. members: of all of them.
        together: committees whose plenaries hand in within the same ten minutes.
    """
    handing_in = members * together / max(1, committees)
    cores = max(1.0, handing_in * CPU_A_MEMBER / WINDOW / BUSY)
    web = max(2, math.ceil(cores))
    work = max(1, math.ceil(committees / 25))
    rows = members * YEARS * ROWS_A_MEMBER_YEAR
    return {
        "handing_in": handing_in,
        "cores": math.ceil(cores + 1),  # the database takes about as much as one web process
        "nodes": max(1, math.ceil(cores / NODE_CORES)),
        "web": web,
        "work": work,
        "memory": math.ceil(SYSTEM_MEMORY + web * WEB_MEMORY + work * WORK_MEMORY),
        "rows": rows,
        "database": max(1.0, rows * KB_A_ROW / 1024 / 1024),
        "files": max(1.0, members * YEARS * MB_FILES_A_MEMBER_YEAR / 1024),
    }


def run(options: argparse.Namespace) -> int:
    """Print it."""
    together = options.together or max(1, math.ceil(options.committees / 10))
    found = reckoned(options.committees, options.members, min(together, options.committees))
    print(CAPACITY.format(committees=options.committees, members=options.members, years=YEARS, **found))
    print(CAPACITY_SMALL if found["cores"] <= SMALL_CORES and options.committees == 1 else CAPACITY_SPREAD)
    return DONE
