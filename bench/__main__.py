"""``python -m bench``: build, serve, measure in interleaved rounds, print the table, keep the figures."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from bench.goals import Goal, Round, chosen, table
from bench.place import ROOT, Installation, Place
from bench.rounds import Pace, Site, one_round, served

RESULTS = Path(__file__).parent / "results"
SMALL, LARGE, QUICK, PEOPLE = 1_000, 100_000, 5_000, 2_000
JUDGED = 3_000  # members of the evaluation
COPIES, FEW = 28, 2  # how often the demonstration's tree of committees stands in the province
ALONE = {"figures", "evaluation"}  # goals that need only these need no server and no committee of proposals
QUICK_PACE = Pace(alone=20, together=600, seconds=1.0, forms=8)
BUSY = 0.15  # of the machine used by others, above which the figures are printed with a warning


def main() -> int:
    """Run; 0 when every goal measured is met, 1 when one is not."""
    options = _options()
    goals = chosen(options.only)
    needed = {name for goal in goals for name in goal.needs}
    began = time.monotonic()
    with Place(options.database) as place:
        province = _province(place, options) if "figures" in needed else None
        judged = place.fresh("judged") if "evaluation" in needed else None
        if needed <= ALONE:
            rounds = [_alone(province, judged, number) for number in range(options.rounds)]
            known = province[1] if province is not None else {"records": 0, "seconds": 0}
            facts = {"large": known | {"rows": known["records"]}, "province": known}
            return _told(goals, rounds, facts, options, place, began)
        small, large, facts = _build(place, options.rows)
        facts |= {"province": province[1]} if province is not None else {}
        extra: Round = {"counts": large.run("bench.counts", json.dumps(facts["large"]))} if "counts" in needed else {}
        with served(small, large, facts) as site:
            rounds = [
                _round(site, large, needed, QUICK_PACE if options.quick else Pace(), number) | extra
                for number in range(options.rounds)
            ]
            for number, one in enumerate(rounds):
                one.update(_alone(province, judged, number))
            if "memory" in needed:
                for one in rounds:
                    one["memory"] = {server.name: server.memory() for server in site.servers}
        return _told(goals, rounds, facts, options, place, began)


def _told(
    goals: list[Goal],
    rounds: list[Round],
    facts: dict[str, Any],
    options: argparse.Namespace,
    place: Place,
    began: float,
) -> int:
    """Print the table and keep the figures; 1 when a goal is missed."""
    lines, kept = table(goals, rounds)
    others = _others(rounds)
    _print(lines, rounds, facts, others)
    seconds = time.monotonic() - began
    print(f"{_keep(_result(options, place, facts, kept, rounds, others, seconds), options)} · {seconds:.0f} s")
    return int(any(one["met"] is False for one in kept))


def _province(place: Place, options: argparse.Namespace) -> tuple[Installation, dict[str, Any]]:
    """A tree of committees with all their records."""
    there = place.fresh("province")
    facts = there.run("bench.province", FEW if options.quick else COPIES)
    _say(f"{facts['records']} records of {facts['committees']} committees, {facts['seconds']} s")
    return there, facts


def _alone(province: tuple[Installation, dict[str, Any]] | None, judged: Installation | None, number: int) -> Round:
    """What is measured in a process of its own, without servers."""
    found: Round = {}
    if province is not None:
        found["figures"] = _figures(province, number)
    if judged is not None:
        found["evaluation"] = judged.run("bench.evaluation", JUDGED, number)
        _say(f"evaluation, round {number + 1}")
    return found


def _figures(province: tuple[Installation, dict[str, Any]], number: int) -> dict[str, float]:
    there, facts = province
    found: dict[str, float] = there.run("bench.figures", facts["committee"])
    _say(f"figures, round {number + 1}")
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--database", help="a PostgreSQL server, postgres://…; without it SQLite in a temporary folder")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} proposals and one short round")
    parser.add_argument("--only", help="goals to measure, as P1,P5")
    parser.add_argument("--rows", type=int, help=f"proposals of the large database, {LARGE} by default")
    parser.add_argument("--rounds", type=int, help="3 by default")
    parser.add_argument("--name", help="name of the result file; without it local-…, which git does not see")
    options = parser.parse_args()
    options.rows = options.rows or (QUICK if options.quick else LARGE)
    options.rounds = options.rounds or (1 if options.quick else 3)
    if options.rows <= SMALL or options.rounds < 1:
        parser.error(f"--rows must be over {SMALL} and --rounds at least 1")
    return options


def _say(words: str) -> None:
    print(f"==> {words}", file=sys.stderr, flush=True)


def _build(place: Place, rows: int) -> tuple[Installation, Installation, dict[str, Any]]:
    """The small database, and the large one grown from a copy of it."""
    small = place.fresh("small")
    facts = {"small": small.run("bench.build", SMALL)}
    _say(f"{SMALL} proposals, {facts['small']['seconds']} s")
    large = place.copy(small, "large")
    facts["large"] = large.run("bench.build", rows)
    _say(f"{rows} proposals, {facts['large']['seconds']} s")
    facts["baseline"] = large.run("bench.baseline.build", rows)
    _say("the baselines")
    return small, large, facts


def _round(site: Site, large: Installation, needed: set[str], pace: Pace, number: int) -> Round:
    found = one_round(site, needed, pace, number)
    if "roster" in needed:
        found["roster"] = large.run("bench.roster", PEOPLE, number)
    if "statistics" in needed:
        found["statistics"] = large.run("bench.statistical", json.dumps(site.facts["large"]))
    if "searching" in needed:
        found["searching"] = large.run("bench.searching", number)
    _say(f"round {number + 1}")
    return found


def _others(rounds: list[Round]) -> float:
    """How busy others kept the machine between the bursts."""
    seen = [target["others"] for one in rounds for target in one.values() if "others" in target]
    return median(seen) if seen else 0.0


def _print(lines: list[str], rounds: list[Round], facts: dict[str, Any], others: float) -> None:
    print(f"\n{'goal':4} {'what':52} {'measured':>8} {'':4} {'goal':8}")
    print("\n".join(lines))
    print(f"\n{'':14} {'p50':>8} {'p95':>8}   {'p50 ×16':>8} {'p95 ×16':>8} {'req/s':>8}   (ms, medians of the rounds)")
    for name, target in rounds[0].items():
        if "p50" in target:
            cells = [_middle(rounds, name, key) for key in ("p50", "p95", "p50x16", "p95x16", "rate")]
            print(f"{name:14} {cells[0]:>8} {cells[1]:>8}   {cells[2]:>8} {cells[3]:>8} {cells[4]:>8}".rstrip())
    if "roster" in rounds[0]:
        parts = ", ".join(f"{key} {_middle(rounds, 'roster', key)} ms" for key in ("bare", "preview", "commit"))
        print(f"{'roster':14} {parts}")
    if "memory" in rounds[0]:
        parts = ", ".join(f"{name} {size:.0f} MB" for name, size in rounds[0]["memory"].items())
        print(f"{'memory':14} {parts}")
    if "figures" in rounds[0]:
        parts = ", ".join(f"{name} {_middle(rounds, 'figures', name)}" for name in rounds[0]["figures"])
        print(f"{'figures':14} {parts}")
    if "evaluation" in rounds[0]:
        parts = ", ".join(f"{name} {_middle(rounds, 'evaluation', name)}" for name in rounds[0]["evaluation"])
        print(f"{'evaluation':14} {parts}")
    if facts["large"]["rows"]:
        print(f"{'rows':14} {facts['large']['rows']}, built in {facts['large']['seconds']} s")
    if others > BUSY:
        print(f"\nOther work used {others:.0%} of this machine meanwhile: take the ratios with care.")


def _middle(rounds: list[Round], name: str, key: str) -> str:
    if key not in rounds[0][name]:
        return ""
    return f"{median(one[name][key] for one in rounds):.1f}"


def _result(
    options: argparse.Namespace, place: Place, facts: dict[str, Any], kept: list[dict[str, object]],
    rounds: list[Round], others: float, seconds: float,
) -> dict[str, Any]:  # fmt: skip
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {"processors": os.cpu_count(), "system": platform.system(), "python": platform.python_version()},
        "database": place.engine,
        "rows": facts["large"]["rows"],
        "build_seconds": facts["large"]["seconds"],
        "province": facts.get("province"),
        "quick": options.quick,
        "others": round(others, 3),
        "seconds": round(seconds),
        "goals": kept,
        "rounds": [{name: _rounded(target) for name, target in one.items()} for one in rounds],
    }


def _rounded(target: dict[str, float]) -> dict[str, float]:
    return {key: round(value, 3) for key, value in target.items()}


def _keep(result: dict[str, Any], options: argparse.Namespace) -> str:
    name = options.name or f"local-{result['at'][:16].replace(':', '')}-{result['database']}"
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return str(path.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main())
