"""What watches the servers is told: alive, ready, numbers; a failing machine is a page with a sentence."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from ipaddress import ip_network

import pytest
from django.db import OperationalError
from django.test import Client

from lvzhi.config import capacity, failing, health, measuring, serving, unopened
from lvzhi.config.keeping import standing


@pytest.fixture
def somewhere(settings, tmp_path):
    settings.LVZHI_DATA = tmp_path
    return tmp_path


def test_the_process_is_alive_and_says_it_to_anybody(client):
    answer = client.get("/health")
    assert (answer.status_code, answer.content) == (200, b"ok")


def test_every_page_of_an_empty_office_leads_to_the_first_run(client, db, somewhere, monkeypatch):
    monkeypatch.setattr(unopened, "_stands", False)
    for address in ("/", "/proposals/", "/people/", "/accounts/login"):
        answer = client.get(address, follow=True)
        assert answer.redirect_chain[-1][0] == "/opening/"
        assert "开张码" in answer.content.decode()


def test_it_is_ready_when_every_part_holds(client, db, somewhere, monkeypatch):
    monkeypatch.setattr(health.state, "steps_behind", lambda: 0)  # tests make their tables without migrations
    answer = client.get("/ready")
    assert answer.json() == {"ready": True, "parts": dict.fromkeys(health.CHECKS, True)}
    assert list((somewhere / "files" / "arriving").iterdir()) == []
    monkeypatch.setattr(health, "_stepped", set())
    monkeypatch.setattr(health.state, "steps_behind", lambda: 2)
    assert client.get("/ready").json()["parts"]["tables"] is False


def test_what_does_not_hold_is_named(client, db, somewhere, monkeypatch):
    monkeypatch.setattr(health, "_stepped", {"tables"})
    (somewhere / "files").write_text("no folder")
    (somewhere / standing.BEGUN).write_text("{}")
    answer = client.get("/ready")
    assert answer.status_code == 503
    assert [name for name, holds in answer.json()["parts"].items() if not holds] == ["files", "restored"]


def test_numbers_are_off_unless_addresses_are_named(client, settings):
    assert client.get("/metrics").status_code == 404
    settings.LVZHI_METRICS = [ip_network("10.0.0.0/8")]
    assert client.get("/metrics").status_code == 404
    assert not measuring.allowed("no address")
    settings.LVZHI_METRICS = [ip_network("127.0.0.0/8")]
    through = client.get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"})
    assert through.status_code == 404, "a proxy on the same machine opens nothing to the world"


COUNTED = """
import django
django.setup()
from django.conf import settings
from lvzhi.config import tables
tables.up_to_date()
settings.ALLOWED_HOSTS = ["testserver"]
from django.test import Client
client = Client(raise_request_exception=False)
client.get("/health"); client.get("/proposals/?q=秘密"); client.get("/no/such/page")
print(client.get("/metrics").content.decode())
"""


def test_requests_are_counted_by_route_and_status_without_what_was_asked(tmp_path):
    environment = {"DJANGO_SETTINGS_MODULE": "lvzhi.config.settings", "LVZHI_DATA": str(tmp_path),
                   "LVZHI_METRICS": "127.0.0.0/8", "LVZHI_TEST": "1"}  # fmt: skip
    done = subprocess.run([sys.executable, "-c", COUNTED], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    lines = done.stdout.splitlines()
    assert 'lvzhi_requests_total{method="GET",route="health",status="200"} 1.0' in lines
    assert 'lvzhi_requests_total{method="GET",route="proposals:list",status="302"} 1.0' in lines
    assert 'lvzhi_requests_total{method="GET",route="",status="404"} 1.0' in lines
    assert 'lvzhi_request_seconds_bucket{le="+Inf",route="health"} 1.0' in lines
    assert "lvzhi_jobs_waiting 0.0" in lines
    assert "秘密" not in done.stdout


@pytest.mark.parametrize(
    ("problem", "status"),
    [(OperationalError("gone"), 503), (OSError(errno.ENOSPC, "full"), 503), (ValueError("mistake"), 500)],
)
def test_a_failing_machine_is_a_page_with_a_sentence(monkeypatch, problem, status):
    def falls(*_, **__):
        raise problem

    monkeypatch.setattr(health, "HttpResponse", falls)
    client = Client(raise_request_exception=False)
    answer = client.get("/health")
    assert answer.status_code == status
    text = answer.content.decode()
    assert (failing.UNAVAILABLE if status == 503 else failing.FAILED) in text
    assert "Traceback" not in text
    assert answer.headers.get("Retry-After") == ("5" if status == 503 else None)
    said = client.get("/health", headers={"Accept": "application/json"})
    assert json.loads(said.content)["sentence"] in text


def test_capacity_grows_with_those_who_hand_in_together():
    district, city = capacity.reckoned(1, 200, 1), capacity.reckoned(10, 3000, 1)
    assert district["nodes"] == city["nodes"] == 1
    assert city["handing_in"] == 300
    province = capacity.reckoned(100, 25_000, 10)
    assert province["cores"] > city["cores"]
    assert province["database"] > 5 * city["database"]


class Pooled:
    """A connection as PostgreSQL's is: closed, it goes back into its pool, whose wires stay open."""

    def __init__(self):
        self.wires = 2

    def close(self):
        pass

    def close_pool(self):
        self.wires = 0


def test_no_wire_to_the_database_is_left_to_the_processes_that_are_forked(monkeypatch):
    pooled = Pooled()
    monkeypatch.setattr("django.db.connections.all", lambda initialized_only: [pooled])
    serving.let_go()
    assert pooled.wires == 0


def test_half_a_restore_is_not_served(somewhere):
    standing.check()
    (somewhere / standing.BEGUN).write_text("{}")
    with pytest.raises(SystemExit, match="上次恢复没有做完"):
        standing.check()


def test_the_baselines_of_the_benchmark_can_be_served(tmp_path):
    from bench.place import Installation
    from bench.servers import Server

    there = Installation("baseline", tmp_path, f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    server = Server("baseline", "bench.baseline.wsgi:application", there, "/hello/")
    server.close()
