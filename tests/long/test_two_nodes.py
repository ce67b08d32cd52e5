"""Two web nodes and a worker over one PostgreSQL and one Redis: a proposal, a login and a job go across them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from bench.chaos.people import ASK, NEW, Notes, Person
from bench.load import ask, get
from bench.peak.run import database
from bench.place import ROOT, Installation
from bench.servers import _free_port
from bench.texts import form
from tests.acceptance.test_postgres import SERVER

WAIT = 180.0  # seconds for a server to come up, or a job to be done, on a busy machine
COUNT = "import django; django.setup(); from django.core.cache import cache; cache.add('n', 0); print(cache.incr('n'))"


class Nodes:
    """Started, and ended with the test."""

    def __init__(self, place: Installation, redis: int, stack: ExitStack) -> None:
        self.place, self.stack = place, stack
        self.environment = place.environment() | {
            "DJANGO_SETTINGS_MODULE": "bench.chaos.settings", "LVZHI_REDIS": f"redis://127.0.0.1:{redis}/0",
            "LVZHI_PGBOUNCER": "1",
        }  # fmt: skip

    def command(self, *arguments: str) -> None:
        process = subprocess.Popen(
            [sys.executable, "-m", "lvzhi.config.command", *arguments], env=self.environment, cwd=ROOT
        )
        self.stack.callback(process.wait)
        self.stack.callback(process.terminate)

    def web(self) -> int:
        port = _free_port()
        self.command("serve", "--port", str(port), "--workers", "1", "--jobs", "0")
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            with suppress(OSError, ValueError, IndexError):
                if ask(port, get("/ready")).status == 200:
                    return port
            time.sleep(0.2)
        raise AssertionError("a node did not become ready")

    def count(self) -> int:
        done = subprocess.run(
            [sys.executable, "-c", COUNT], env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
        )
        return int(done.stdout)


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    import psycopg

    if shutil.which("redis-server") is None:
        pytest.skip("no redis-server here")
    try:
        psycopg.connect(SERVER, connect_timeout=3).close()
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL server answers")
    with ExitStack() as stack:
        folder, port = tmp_path_factory.mktemp("shared"), _free_port()
        redis = subprocess.Popen(
            ["redis-server", "--port", str(port), "--save", ""], stdout=subprocess.DEVNULL, cwd=folder
        )
        stack.callback(redis.wait)
        stack.callback(redis.terminate)
        place = Installation("nodes", Path(folder), stack.enter_context(database(SERVER)))
        yield Nodes(place, port, stack)


@pytest.mark.long
def test_a_proposal_and_a_job_go_over_both_nodes(nodes: Nodes) -> None:
    facts = nodes.place.run("bench.chaos.build", 1, 1)
    one, two = nodes.web(), nodes.web()
    nodes.command("work")
    notes, over = Notes(), threading.Event()
    member = Person(one, notes, over, facts["members"][0], facts["password"])
    clerk = Person(two, notes, over, facts["clerks"][0], facts["password"])
    member.log_in()
    member.port = two  # the login holds on the other node, and what one shows the other takes
    page = member.open(NEW)
    member.port = one
    saved = member.send(NEW, page.hidden("//form[@id='write']") | form("两台服务器"), "save")
    step = saved.header("location")
    shown = member.open(step).hidden()
    member.port = two
    assert member.send(step, shown, "submit").status == 302
    uid = step.split("/")[-3]
    clerk.log_in()
    filing = f"/proposals/step/proposal/{uid}/file/"
    asked = clerk.open(filing)
    clerk.port = one
    assert clerk.send(filing, asked.hidden() | {"category": asked.choices("category")[0]}, "file").status == 302
    assert "已立案" in clerk.open(f"/proposals/{uid}/").text

    job = json.loads(member.send(ASK, {"key": "across"}, "job").body)["uid"]
    until = time.monotonic() + WAIT
    while "已完成" not in (text := member.open(f"/jobs/{job}/").text):
        assert time.monotonic() < until, text
        time.sleep(0.5)
    member.port = one
    address = re.search(r'href="(/files/[^"]+)"', text)
    assert address is not None
    assert "across 7" in member.open(address[1]).text
    assert notes.faults == []
    assert [nodes.count(), nodes.count()] == [1, 2]
    assert nodes.place.run("bench.chaos.found")["journal"] == []
