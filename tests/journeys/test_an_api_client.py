"""The examples of the operators' guide, run as they stand against a served demonstration."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.demo_site import ROOT, Server

GUIDE = ROOT / "docs" / "for-operators" / "9-api.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MAKE = """
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.api import actions
account = Account.objects.select_related("committee").get(username="{login}")
print(actions.make(actor_for(account), account, "试用系统", "write", [], 7)[1])
"""
TOLD = """
from lvzhi.journal.models import Entry
print(*Entry.objects.filter(subject_uid="{uid}").order_by("seq").values_list("event", "via"), sep="\\n")
"""


def blocks(language: str) -> list[str]:
    """The examples in one language, in their order."""
    return [text for of, text in BLOCK.findall(GUIDE.read_text("utf-8")) if of == language]


def run(program: list[str], text: str, **told: str) -> str:
    """What an example prints."""
    done = subprocess.run(
        [*program, text], env=os.environ | told, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def answers(printed: str) -> list[dict[str, object]]:
    """The JSON documents that curl printed one after another."""
    found, decoder, at = [], json.JSONDecoder(), 0
    while at < len(printed.rstrip()):
        one, at = decoder.raw_decode(printed, at)
        found.append(one)
    return found


@pytest.mark.skipif(shutil.which("curl") is None or not Path("/bin/bash").exists(), reason="needs curl and bash")
def test_the_examples_of_the_guide_do_what_they_say(site: Server) -> None:
    clerk, member = (site.installation.python(MAKE.format(login=one)).strip() for one in ("jingban", "weiyuan"))
    place = {"LZ": f"{site.url}/api/v1"}
    first, second = blocks("bash")

    me, filed, value, rows, start = answers(run(["bash", "-ec"], first, **place, TOKEN=clerk))
    assert me["login"] == "jingban"
    assert {one["state"]["key"] for one in filed["items"]} == {"filed"}  # type: ignore[index,union-attr]  # reason: as the API answers
    assert value["value"] == rows["total"]

    (example,) = blocks("python")
    said = run([sys.executable, "-c"], example, **place, TOKEN=member)
    assert "待审查" in said
    record, version = said.rsplit("RECORD ", 1)[1].split()

    known = {"RECORD": record, "VERSION": version, "CURSOR": str(start["next"])}
    _, done, since = answers(run(["bash", "-ec"], second, **place, TOKEN=clerk, **known))
    assert done["state"]["key"] == "filed"  # type: ignore[index,call-overload]  # reason: as above
    events = [one["event"] for one in since["items"] if one["id"] == record]  # type: ignore[union-attr,attr-defined]  # reason: as above
    assert events == ["begin", "submit", "file"]

    lines = site.installation.python(TOLD.format(uid=record)).split("\n")
    assert [line for line in lines if "api " in line and "proposals.proposal." in line][-1].startswith(
        "('proposals.proposal.file'"
    )
