"""What the tests cost the processors, by file and by fixture: ``pytest --spent 40`` prints the dearest.

Seconds on the wall say how busy the machine was; these say what a test asks of it, whatever else runs beside. They
hold the test's process, what it started (browser, server, command line) and its PostgreSQL back end. What other
processes of the database do for all, writing behind and tidying, is in nobody's account.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

TICKS = os.sysconf("SC_CLK_TCK")
WAITED, HERE = slice(11, 15), slice(11, 13)  # of /proc/PID/stat after the name: user, system, and of waited children
Costs = defaultdict[str, list[float]]  # per name: seconds, times


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--spent N``."""
    parser.addoption("--spent", type=int, default=0, metavar="N", help="print the N dearest files, tests and fixtures")


def pytest_configure(config: pytest.Config) -> None:
    """Count only when asked."""
    if config.getoption("spent"):
        config.pluginmanager.register(Spent(config), "spent")


def _ticks(pid: int, which: slice) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, fields[which])) / TICKS


def _below(pid: int) -> float:
    """Of the processes that a process has started, and theirs."""
    found = 0.0
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        found += sum(_ticks(int(child), WAITED) + _below(int(child)) for child in children)
    return found


def _behind() -> float:
    """Of the back end of this process's connection."""
    from django.db import connection

    info = getattr(connection.connection, "info", None)
    return 0 if info is None else _ticks(info.backend_pid, HERE)


def spent() -> float:
    """Processor seconds until now."""
    return sum(os.times()[:4]) + _below(os.getpid()) + _behind()


class Spent:
    """The accounts of a run; a worker hands its own to the process that prints."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.accounts: dict[str, Costs] = {
            name: defaultdict(lambda: [0.0, 0.0]) for name in ("file", "test", "fixture", "other")
        }

    def _add(self, account: str, name: str, seconds: float) -> None:
        entry = self.accounts[account][name]
        entry[0] += seconds
        entry[1] += 1

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """A test with its preparation and tidying."""
        before = spent()
        try:
            return (yield)
        finally:
            seconds = max(spent() - before, 0)
            self._add("file", item.nodeid.partition("::")[0], seconds)
            self._add("test", item.nodeid, seconds)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: pytest.FixtureRequest) -> Iterator[None]:
        """A fixture without those it asks for."""
        before = spent()
        try:
            return (yield)
        finally:
            where = fixturedef.baseid or fixturedef.func.__module__
            self._add("fixture", f"{fixturedef.argname} [{where}]", spent() - before)

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Iterator[None]:
        """Until the first test: Python's start and reading all tests."""
        try:
            return (yield)
        finally:
            self._add("other", "start and collection", spent())

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """Hand over, before the worker says that it has finished."""
        output = getattr(self.config, "workeroutput", None)
        if output is not None or not self.config.getoption("numprocesses", None):  # its workers say
            self._add("other", "whole process", spent())
        if output is not None:
            output["spent"] = {name: dict(costs) for name, costs in self.accounts.items()}

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take what a worker hands over."""
        for name, costs in getattr(node, "workeroutput", {}).get("spent", {}).items():
            for key, (seconds, times) in costs.items():
                entry = self.accounts[name][key]
                entry[0] += seconds
                entry[1] += times

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """The dearest first."""
        for name, costs in self.accounts.items():
            dearest = sorted(costs.items(), key=lambda one: -one[1][0])[: self.config.getoption("spent")]
            total = sum(seconds for seconds, _ in costs.values())
            terminalreporter.write_sep("-", f"processor seconds by {name}: {total:.0f}")
            for key, (seconds, times) in dearest:
                terminalreporter.write_line(f"{seconds:8.1f} {times:6.0f}  {key}")
