"""``python -m bench.chaos [--quick | --times N] [--database D]``: faults under load, a table, 1 for a finding."""

from __future__ import annotations

import argparse
import sys

from bench.chaos.run import run, table
from bench.chaos.site import TOOLS

QUICK, WHOLE = 2, 20

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="./dev chaos")
    parser.add_argument("--quick", action="store_true", help="each fault twice")
    parser.add_argument("--times", type=int, default=0, help="each fault so often")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), action="append")
    options = parser.parse_args()
    times = options.times or (QUICK if options.quick else WHOLE)
    wanted = options.database or ["sqlite", "postgresql"]
    if "postgresql" in wanted and not (TOOLS / "initdb").exists():
        print("postgresql: no initdb here, left out", file=sys.stderr)
        wanted.remove("postgresql")
    sound = True
    for kind in wanted:
        came = run(kind, times, lambda words: print(words, file=sys.stderr, flush=True))
        print(table(came), flush=True)
        sound = sound and came.sound
    sys.exit(not sound)
