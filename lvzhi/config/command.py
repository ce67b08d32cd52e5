"""The command ``lvzhi``: stable names, used by scripts. Exit codes: 0 done, 1 a finding, 2 bad input with one line."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lvzhi.config.keeping.vocabulary import HALF_RESTORED
from lvzhi.config.vocabulary import (
    CHECK_LINE,
    CLAIM_LINE,
    DUTY_LINE,
    FIGURE_LINE,
    HELP,
    NO_DATABASE,
    NO_FILE,
    NOT_WRITABLE,
    REPORT_WRITTEN,
)

if TYPE_CHECKING:
    from lvzhi.committee.scope import Scope
    from lvzhi.metrics.periods import Period

DONE, FINDING, BAD_INPUT = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    options = _parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lvzhi.config.settings")
    import django

    django.setup()
    from django.db import OperationalError, ProgrammingError

    from lvzhi.access import Refusal
    from lvzhi.config.keeping import standing
    from lvzhi.exchange import BadFile
    from lvzhi.norms.memo import remembering

    if options.run is not _restore and standing.half_restored():
        print(HALF_RESTORED, file=sys.stderr)
        return BAD_INPUT
    try:
        with remembering():
            code: int = options.run(options)
    except (Refusal, BadFile) as refusal:
        print(str(getattr(refusal, "sentence", refusal)), file=sys.stderr)
        return BAD_INPUT
    except (OperationalError, ProgrammingError) as problem:
        if "no such table" in str(problem) or "does not exist" in str(problem):
            print(NO_DATABASE, file=sys.stderr)
            return BAD_INPUT
        raise
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lvzhi", description=HELP[""])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=HELP[name], description=HELP[name])
        one.set_defaults(run=run)
        return one

    demo = command("demo", _demo)
    demo.add_argument("--build-only", action="store_true", help=HELP["build-only"])
    demo.add_argument("--port", type=int, default=8000, help=HELP["port"])
    serve = command("serve", _serve)
    serve.add_argument("--host", default="127.0.0.1", help=HELP["host"])
    serve.add_argument("--port", type=int, default=8000, help=HELP["port"])
    serve.add_argument("--workers", type=int, default=2, help=HELP["workers"])
    serve.add_argument("--jobs", type=int, default=1, help=HELP["jobs"])
    work = command("work", _work)
    work.add_argument("--with", type=int, dest="parent", help=HELP["with"])
    work.add_argument("--until-empty", action="store_true", help=HELP["until-empty"])
    init = command("init", _init)
    for name in ("name", "code", "level", "number", "starts", "username", "person"):
        init.add_argument(f"--{name}", help=HELP[name])
    for name in ("session", "opens", "closes"):
        init.add_argument(f"--{name}", help=HELP[f"init-{name}"])
    for name in ("security", "audit", "office"):
        for part in ("username", "person"):
            init.add_argument(f"--{name}-{part}", help=HELP[f"init-{name}-{part}"])
    init.add_argument("--organs", choices=("sample", "none"), help=HELP["init-organs"])
    init.add_argument("--show-code", action="store_true", help=HELP["init-code"])
    figures = command("figures", _figures)
    _scoped(figures)
    figures.add_argument("--json", action="store_true", help=HELP["json"])
    figures.add_argument("--key", nargs="+", help=HELP["key"])
    rows = command("rows", _rows)
    rows.add_argument("key", metavar="KEY", help=HELP["key"])
    _scoped(rows)
    rows.add_argument("--json", action="store_true", help=HELP["json"])
    rows.add_argument("--csv", action="store_true", help=HELP["csv"])
    report = command("report", _report)
    _scoped(report)
    report.add_argument("-o", "--output", required=True, help=HELP["output"])
    report.add_argument("--table", action="append", metavar="KEY", help=HELP["table"])
    claims = command("claims", _claims)
    claims.add_argument("file", metavar="FILE", help=HELP["file"])
    claims.add_argument("--jsonl", action="store_true", help=HELP["jsonl"])
    check = command("check", _check)
    check.add_argument("file", metavar="FILE", help=HELP["file"])
    _scoped(check)
    check.add_argument("--json", action="store_true", help=HELP["json"])
    bring = command("import", _import)
    bring.add_argument("kind", metavar="KIND", help=HELP["kind"])
    bring.add_argument("file", metavar="FILE", help=HELP["file"])
    bring.add_argument("--committee", help=HELP["committee"])
    bring.add_argument("--dry-run", action="store_true", help=HELP["dry"])
    bring.add_argument("--make-organs", action="store_true", help=HELP["make-organs"])
    bring.add_argument("--good-rows", action="store_true", help=HELP["good-rows"])
    bring.add_argument("--ground", help=HELP["import-ground"])
    bring.add_argument("--passphrase-file", metavar="TEXT", help=HELP["passphrase-file"])
    capacity = command("capacity", _capacity)
    for name in ("committees", "members"):
        capacity.add_argument(f"--{name}", type=int, required=True, help=HELP[name])
    capacity.add_argument("--together", type=int, help=HELP["together"])
    export = command("export", _export)
    export.add_argument("folder", metavar="DIR", help=HELP["export-folder"])
    export.add_argument("--passphrase-file", metavar="TEXT", help=HELP["passphrase-file"])
    relay = command("relay", _relay)
    relay.add_argument("what", choices=("pack", "take", "key"), metavar="pack|take|key", help=HELP["relay-what"])
    relay.add_argument("named", nargs="*", metavar="PEER|FILE", help=HELP["relay-named"])
    relay.add_argument("-o", "--output", default=".", help=HELP["relay-output"])
    relay.add_argument("--again", action="store_true", help=HELP["relay-again"])
    relay.add_argument("--committee", help=HELP["committee"])
    relay.add_argument("--algorithm", help=HELP["relay-algorithm"])
    keys = command("keys", _keys)
    keys.add_argument("what", choices=("rotate", "verify"), metavar="rotate|verify", help=HELP["keys-what"])
    keys.add_argument("--same-key", action="store_true", help=HELP["same-key"])
    keeper = command("keeper", _keeper)
    keeper.add_argument("username", metavar="USERNAME", help=HELP["keeper-username"])
    keeper.add_argument("what", metavar="ROLE|reset", help=HELP["keeper-what"])
    keeper.add_argument("--committee", help=HELP["committee"])
    keeper.add_argument("--ground", required=True, help=HELP["keeper-ground"])
    rehearse = command("rehearse", _rehearse)
    rehearse.add_argument("--port", type=int, default=8001, help=HELP["port"])
    for name in ("empty", "build-only", "throw-away"):
        rehearse.add_argument(f"--{name}", action="store_true", help=HELP[f"rehearse-{name}"])
    up = command("upgrade", _upgrade)
    up.add_argument("--back", metavar="DIR", help=HELP["upgrade-back"])
    search = command("search", _search)
    search.add_argument("what", choices=("rebuild",), metavar="rebuild", help=HELP["search-what"])
    search.add_argument("--force", action="store_true", help=HELP["search-force"])
    command("tick", _tick)
    verify = command("verify-journal", _verify_journal)
    verify.add_argument("--anchor", action="append", default=[], metavar="CODE", help=HELP["anchor"])
    backup = command("backup", _backup)
    restore = command("restore", _restore)
    for one in (backup, restore):
        one.add_argument("file", metavar="FILE", help=HELP["backup-file"])
        one.add_argument("--passphrase-file", metavar="TEXT", help=HELP["passphrase-file"])
    backup.add_argument("--overwrite", action="store_true", help=HELP["overwrite"])
    restore.add_argument("--check", action="store_true", help=HELP["restore-check"])
    restore.add_argument("--replace", action="store_true", help=HELP["replace"])
    restore.add_argument("--ground", help=HELP["ground"])
    return parser


def _scoped(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("committee", metavar="COMMITTEE", help=HELP["committee"])
    parser.add_argument("period", metavar="PERIOD", help=HELP["period"])
    parser.add_argument("--below", action="store_true", help=HELP["below"])
    parser.add_argument("--organ", help=HELP["organ"])


def _place(options: argparse.Namespace) -> tuple[Scope, Period]:
    from lvzhi.committee.scope import Scope
    from lvzhi.metrics.periods import parse_period

    scope = Scope.of(options.committee, below=options.below, organ=options.organ)
    return scope, parse_period(options.period, scope.committee)


def _demo(options: argparse.Namespace) -> int:
    from lvzhi.config.serving import demo

    return demo(build_only=options.build_only, port=options.port)


def _serve(options: argparse.Namespace) -> int:
    from lvzhi.config.serving import open_for_use

    return open_for_use(host=options.host, port=options.port, workers=options.workers, jobs=options.jobs)


def _work(options: argparse.Namespace) -> int:
    from lvzhi.config.serving import work

    return work(options.parent, until_empty=options.until_empty)


def _init(options: argparse.Namespace) -> int:
    from lvzhi.config.opening import init

    return init(options)


def _figures(options: argparse.Namespace) -> int:
    from lvzhi.deadlines import clock
    from lvzhi.metrics import compute, registry

    scope, period = _place(options)
    wanted = [registry.figure(key) for key in options.key] if options.key else registry.figures()
    results = compute.book(wanted, scope, period)
    if options.json:
        body = {
            "committee": scope.committee.name,
            "below": scope.below,
            "organ": scope.organ.name if scope.organ else None,
            "period": period.text,
            "from": period.start.isoformat(),
            "to": period.end.isoformat(),
            "as_of": clock.now().isoformat(timespec="seconds"),
            "figures": [result.as_json() for result in results.values()],
        }
        print(json.dumps(body, ensure_ascii=False, indent=1))
        return DONE
    for result in results.values():
        rate = f"{result.numerator}/{result.denominator}" if result.denominator is not None else ""
        value = compute.plain(result.value)
        print(
            FIGURE_LINE.format(
                key=result.figure.key,
                value="—" if value is None else value,
                unit=result.figure.unit,
                rate=rate,
                name=result.figure.name,
            )
        )
    return DONE


def _rows(options: argparse.Namespace) -> int:
    from lvzhi.config.listing import run

    return run(options, *_place(options))


def _report(options: argparse.Namespace) -> int:
    from lvzhi.reports.writing import write_report

    scope, period = _place(options)
    target = Path(options.output)
    try:
        warnings = write_report(scope, period, target, options.table)
    except OSError as problem:
        print(NOT_WRITABLE.format(name=target, problem=problem.strerror), file=sys.stderr)
        return BAD_INPUT
    for warning in warnings:
        print(warning, file=sys.stderr)
    print(REPORT_WRITTEN.format(name=target))
    return DONE


def _text_of(name: str) -> str:
    from lvzhi.exchange.text import read_text

    path = Path(name)
    if not path.is_file():
        print(NO_FILE.format(name=name), file=sys.stderr)
        raise SystemExit(BAD_INPUT)
    return read_text(path, path.name).text


def _claims(options: argparse.Namespace) -> int:
    from lvzhi.claims import read

    for claim in read(_text_of(options.file)).claims:
        body = claim.as_json()
        if options.jsonl:
            print(json.dumps(body, ensure_ascii=False))
        else:
            shown = {key: "" if value is None else value for key, value in body.items()}
            print(CLAIM_LINE.format(**shown))
    return DONE


def _check(options: argparse.Namespace) -> int:
    from lvzhi.reports.checking import check_text

    scope, period = _place(options)
    checked = check_text(_text_of(options.file), scope, period)
    if options.json:
        print(json.dumps(checked.as_json(), ensure_ascii=False, indent=1))
    else:
        for one in checked.claims:
            print(CHECK_LINE.format(**one.as_line()))
    return FINDING if checked.has_finding else DONE


def _capacity(options: argparse.Namespace) -> int:
    from lvzhi.config.capacity import run

    return run(options)


def _export(options: argparse.Namespace) -> int:
    from lvzhi.config.keeping.exporting import export

    return export(options)


def _import(options: argparse.Namespace) -> int:
    if options.kind == "all":
        from lvzhi.config.keeping.importing import take_in

        return take_in(options)
    from lvzhi.config.bringing import bring

    return bring(options)


def _relay(options: argparse.Namespace) -> int:
    from lvzhi.config.relaying import run

    return run(options)


def _keys(options: argparse.Namespace) -> int:
    from lvzhi.config.keys import run

    return run(options)


def _keeper(options: argparse.Namespace) -> int:
    from lvzhi.config.keepers import run

    return run(options)


def _rehearse(options: argparse.Namespace) -> int:
    from lvzhi.config.rehearsing import rehearse

    return rehearse(options)


def _upgrade(options: argparse.Namespace) -> int:
    from lvzhi.config.upgrading import upgrade

    return upgrade(options)


def _search(options: argparse.Namespace) -> int:
    from lvzhi.config.indexing import run

    return run(options)


def _tick(options: argparse.Namespace) -> int:
    from lvzhi.workflow.duties import run_due

    for duty, count in run_due():
        print(DUTY_LINE.format(name=duty.name, count=count))
    return DONE


def _backup(options: argparse.Namespace) -> int:
    from lvzhi.config.keeping.backing import backup

    return backup(options)


def _restore(options: argparse.Namespace) -> int:
    from lvzhi.config.keeping.restoring import restore

    return restore(options)


def _verify_journal(options: argparse.Namespace) -> int:
    from lvzhi.config.verifying import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
