"""``python -m bench.peak [--minutes 1] [--members 300]``: the window by hand, with its figures."""

from __future__ import annotations

import argparse
import sys

from bench.peak.run import run

SERVER = "postgres://postgres@127.0.0.1:5432/postgres"

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.peak")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--members", type=int, default=300)
    parser.add_argument("--database", default=SERVER)
    options = parser.parse_args()
    outcome = run(options.database, options.minutes, options.members)
    print(outcome.table())
    for fault in outcome.faults[:40]:
        print(fault, file=sys.stderr)
    if outcome.faults:
        print(outcome.server_log[-6000:], file=sys.stderr)
    sys.exit(bool(outcome.faults))
