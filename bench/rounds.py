"""The rounds: every target once a round, back to back, in the reverse order every second round."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from bench.load import Answer, Burst, ask, get, log_in, one_by_one, post, together
from bench.place import Installation
from bench.servers import Server, rest
from bench.texts import form

CLIENTS = 16
LONG = 300.0  # seconds a file of everything may take
FILTERED = "/proposals/?state=answered&category=economy"
WORD = "养老"  # of two signs, in some three of a hundred texts
LOGIN = "/accounts/login"
PRODUCT, BASELINE = "bench.product.wsgi:application", "bench.baseline.wsgi:application"
Measured = dict[str, float]


@dataclass(frozen=True)
class Pace:
    """How long a burst may last: requests and seconds with one client and with sixteen, and forms sent."""

    alone: int = 50
    together: int = 3000
    seconds: float = 2.5
    forms: int = 20


@dataclass(frozen=True)
class Target:
    """Something measured: its name in the results, and how."""

    name: str
    measure: Callable[[Pace], Measured]


class Site:
    """The servers of a run with someone logged in at each."""

    def __init__(self, stack: ExitStack, small: Installation, large: Installation, facts: dict[str, Any]) -> None:
        self.facts, self.copied = facts, lambda: large.run("bench.copying")
        enter = stack.enter_context
        self.small = enter(Server("small", PRODUCT, small, LOGIN))
        self.large = enter(Server("large", PRODUCT, large, LOGIN))
        self.baseline = enter(Server("baseline", BASELINE, large, "/hello/"))
        self.servers = [self.small, self.large, self.baseline]
        self.clerk = {server.port: self._in(server, facts["large"]["clerk"]) for server in self.servers[:2]}
        self.writer = {server.port: self._in(server, facts["large"]["member"]) for server in self.servers[:2]}
        login = facts["baseline"]
        self.admin = log_in(self.baseline.port, "/admin/login/", login["username"], login["password"])
        self.serial = itertools.count(1)

    def _in(self, server: Server, username: str) -> dict[str, str]:
        return log_in(server.port, LOGIN, username, self.facts["large"]["password"])

    def targets(self) -> list[Target]:
        """All that can be measured, in the order of an even round."""
        clerk, clerk_small = self.clerk[self.large.port], self.clerk[self.small.port]
        return [
            Target("hello", self._pages(self.baseline, ["/hello/"], {}, load=True)),
            Target("hello_login", self._pages(self.large, ["/bench/hello/"], clerk, load=True)),
            Target("list", self._pages(self.large, ["/proposals/"], clerk, load=True)),
            Target("deep", self._pages(self.large, [f"/proposals/?cursor={self.facts['large']['deep']}"], clerk)),
            Target("filtered", self._pages(self.large, [FILTERED], clerk, load=True)),
            Target("filtered_small", self._pages(self.small, [FILTERED], clerk_small)),
            Target("admin_list", self._pages(self.baseline, ["/admin/baseline/proposal/"], self.admin, load=True)),
            Target("list_small", self._pages(self.small, ["/proposals/"], clerk_small)),
            Target("search", self._pages(self.large, [f"/search/?q={quote(WORD)}"], clerk, load=True)),
            Target(
                "admin_search", self._pages(self.baseline, [f"/admin/baseline/proposal/?q={quote(WORD)}"], self.admin)
            ),
            Target("detail", self._pages(self.large, self._details("large"), clerk, load=True)),
            Target("detail_small", self._pages(self.small, self._details("small"), clerk_small)),
            Target("create", self._creates(self.large)),
            Target("admin_add", self._adds),
            Target("create_small", self._creates(self.small)),
            Target("step", self._steps(self.large, "large")),
            Target("step_small", self._steps(self.small, "small")),
            Target("csv", self._exports("csv")),
            Target("xlsx", self._exports("xlsx")),
        ]

    def _details(self, name: str) -> list[str]:
        return [f"/proposals/{uid}/" for uid in self.facts[name]["details"]]

    def _pages(
        self, server: Server, paths: list[str], cookies: dict[str, str], *, load: bool = False
    ) -> Callable[[Pace], Measured]:
        payloads = [get(path, cookies) for path in paths]

        def measure(pace: Pace) -> Measured:
            for number in range(8):  # every worker has its templates and its connection
                ask(server.port, payloads[number % len(payloads)], 200)
            alone = one_by_one(server.port, payloads, pace.alone, pace.seconds)
            found = {"p50": alone.at(0.5), "p95": alone.at(0.95)}
            if load:
                rest(self.servers)
                crowd: Burst = together(server.port, payloads, CLIENTS, pace.together, pace.seconds)
                found |= {"p50x16": crowd.at(0.5), "p95x16": crowd.at(0.95), "rate": crowd.rate}
            return found

        return measure

    def _creates(self, server: Server) -> Callable[[Pace], Measured]:
        """Writing and handing in: the two posts a member sends, timed apart and together."""
        cookies = self.writer[server.port]

        def one() -> tuple[float, float]:
            number = next(self.serial)
            fields = form(f"第{number:05d}件测试事项") | {"once": f"draft-{number}"}
            draft = ask(server.port, post("/proposals/new/", cookies, fields), 302)
            step = draft.header("location")
            sent = ask(server.port, post(step, cookies, {"version": 1, "once": f"submit-{number}"}), 302)
            return draft.ms, sent.ms

        def measure(pace: Pace) -> Measured:
            for _ in range(4):
                one()
            pairs = [one() for _ in range(pace.forms)]
            both = Burst([sum(pair) for pair in pairs])
            draft, sent = (Burst([pair[part] for pair in pairs]) for part in (0, 1))
            return {"p50": both.at(0.5), "p95": both.at(0.95), "draft": draft.at(0.5), "submit": sent.at(0.5)}

        return measure

    def _steps(self, server: Server, name: str) -> Callable[[Pace], Measured]:
        """The clerk puts one proposal after the other on file."""
        cookies, ready = self.clerk[server.port], iter(self.facts[name]["waiting"])

        def one() -> float:
            uid, version, category = next(ready)
            path = f"/proposals/step/proposal/{uid}/file/"
            fields: dict[str, object] = {"version": version, "category": category, "once": f"file-{uid}"}
            return ask(server.port, post(path, cookies, fields), 302).ms

        def measure(pace: Pace) -> Measured:
            for _ in range(4):
                one()
            burst = Burst([one() for _ in range(pace.forms)])
            return {"p50": burst.at(0.5), "p95": burst.at(0.95)}

        return measure

    def _exports(self, form: str) -> Callable[[Pace], Measured]:
        """The whole list as a file, beside the database giving the same away; what it costs a worker in memory."""
        payload = get(f"/proposals/export.{form}", self.clerk[self.large.port])

        def measure(pace: Pace) -> Measured:
            ask(self.large.port, get("/proposals/", self.clerk[self.large.port]), 200)
            before = self.large.marked()
            answer = ask(self.large.port, payload, 200, patience=LONG)
            grown, copied = self.large.grown(before), self.copied()
            return {
                "ms": answer.ms, "first": answer.first, "bytes": len(answer.body), "copy": copied["ms"],
                "memory": grown,
            }  # fmt: skip

        return measure

    def _adds(self, pace: Pace) -> Measured:
        author = self.facts["baseline"]["author"]

        def one() -> Answer:
            text = form(f"第{next(self.serial):05d}件测试事项")
            fields: dict[str, object] = {
                "title": text["title"], "body": f"{text['background']}{text['analysis']}", "category": "society",
                "state": "submitted", "track": "between", "author": author, "_save": "保存",
            }  # fmt: skip
            return ask(self.baseline.port, post("/admin/baseline/proposal/add/", self.admin, fields), 302)

        for _ in range(4):
            one()
        burst = Burst([one().ms for _ in range(pace.forms)])
        return {"p50": burst.at(0.5), "p95": burst.at(0.95)}


@contextmanager
def served(small: Installation, large: Installation, facts: dict[str, Any]) -> Iterator[Site]:
    """The servers while measuring."""
    with ExitStack() as stack:
        yield Site(stack, small, large, facts)


def one_round(site: Site, wanted: set[str], pace: Pace, number: int) -> dict[str, Measured]:
    """Every wanted target once; odd rounds go backwards."""
    targets = [target for target in site.targets() if target.name in wanted]
    found: dict[str, Measured] = {}
    for target in targets if number % 2 == 0 else reversed(targets):
        others = rest(site.servers)
        found[target.name] = target.measure(pace) | {"others": others}
    return found
