"""The format paper for other vendors: its example is run as printed, and accepted; its codes are ours."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lvzhi.relay import actions
from lvzhi.relay.models import Peer
from lvzhi.relay.packet import ALGORITHMS
from lvzhi.relay.tests.shores import START, Shore
from lvzhi.relay.vocabulary import BOOK_REFUSALS, PACKAGE_REFUSALS

PAPER = Path(__file__).resolve().parents[3] / "docs" / "for-operators" / "6-packages.md"
PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"


@pytest.mark.sqlite_only
def test_the_example_is_accepted(two: tuple[Shore, Shore], tmp_path: Path) -> None:
    text = PAPER.read_text(encoding="utf-8")
    found = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert found
    program = found.group(1)
    assert len(program.strip().splitlines()) <= 40
    assert set(re.findall(r"^(?:import|from) ([^\n]+)", program, re.MULTILINE)) == {
        "hashlib, json, sys, zipfile", "cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey",
    }  # fmt: skip
    target = tmp_path / "example.lvpkg"
    subprocess.run([sys.executable, "-c", program, str(target)], check=True)
    data = target.read_bytes()
    assert hashlib.sha256(data).hexdigest() in text
    assert ALGORITHMS["ed25519-sha256"].fingerprint(PUBLIC) in text
    _, above = two
    with above.entered() as actor:
        committee = Peer.objects.get().committee
        peer = actions.add_peer(
            actor, committee, code="MZJ-OA", name="区民政局办公系统", algorithm="ed25519-sha256", kinds=["test.note"],
            starts=START,
        )  # fmt: skip
        key = actions.add_peer_key(actor, peer, algorithm="ed25519-sha256", public=PUBLIC, starts=START)
        actions.compare_key(actor, key)
    assert above.take(data).sentence == "已收下区民政局办公系统的第1号包，1条记录。"
    assert above.notes() == {"便条 1": 1}


def test_every_code_is_in_the_paper() -> None:
    table = PAPER.read_text(encoding="utf-8").split("### 拒收代码")[1].split("### 例子")[0]
    named = set(re.findall(r"`([a-z_]+)`", table))
    ours = {code.removeprefix("relay.") for code in (*PACKAGE_REFUSALS, *BOOK_REFUSALS)}
    assert named == ours - {"no_committee"}
