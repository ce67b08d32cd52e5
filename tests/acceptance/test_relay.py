"""``lvzhi relay``: exit codes and sentences, over two installations."""

from __future__ import annotations

from pathlib import Path

import pytest

from lvzhi.config.command import main
from lvzhi.relay.tests import shores
from lvzhi.relay.tests.shores import Shore

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def two(db: None, tmp_path: Path) -> tuple[Shore, Shore]:
    """Two installations that know each other."""
    return shores.pair(tmp_path / "installations", shores.template(tmp_path))


def test_pack_and_take(two: tuple[Shore, Shore], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    below, above = two
    for text in ("一", "二"):
        below.post(text)
    with below.entered():
        assert main(["relay", "pack", "GY", "-o", str(tmp_path)]) == 0
        assert main(["relay", "pack", "贵阳市政协", "-o", str(tmp_path)]) == 1
    assert "没有要发给贵阳市政协的内容" in capsys.readouterr().err
    below.post("三")
    with below.entered():
        assert main(["relay", "pack", "GY", "-o", str(tmp_path)]) == 0
        assert main(["relay", "pack", "ZZ", "-o", str(tmp_path)]) == 2
        assert main(["relay", "pack", "GY", "-o", str(tmp_path / "nowhere")]) == 2
        assert main(["relay", "pack"]) == 2
    first, second = sorted(tmp_path.glob("YY-GY-*.lvpkg"))
    broken = tmp_path / "broken.lvpkg"
    broken.write_bytes(first.read_bytes()[:-9])
    with above.entered():
        assert main(["relay", "take", str(second)]) == 1
        assert "第1号补到后自动收下" in capsys.readouterr().out
        assert main(["relay", "take", str(broken), str(first)]) == 2
        said = capsys.readouterr()
        assert "文件不完整或已损坏" in said.err
        assert "随后自动收下了暂存的第2号" in said.out
        assert main(["relay", "take", str(first), str(second)]) == 0
        assert main(["relay", "take", str(tmp_path / "nothing")]) == 2
        assert main(["relay", "take"]) == 2
    assert above.notes() == {"一 1": 1, "二 1": 1, "三 1": 1}
    before = first.read_bytes(), second.read_bytes()
    with below.entered():
        assert main(["relay", "pack", "GY", "-o", str(tmp_path), "--again"]) == 0  # nothing new; both once more
    assert (first.read_bytes(), second.read_bytes()) == before


def test_a_key_with_its_card(two: tuple[Shore, Shore], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with two[0].entered():
        assert main(["relay", "key", "-o", str(tmp_path), "--algorithm", "sm2-sm3"]) == 0
        assert "指纹：" in capsys.readouterr().out
        assert main(["relay", "key", "-o", str(tmp_path), "--algorithm", "rsa"]) == 2
    (card,) = tmp_path.glob("YY-*.lvkey")
    assert b'"format":"lvzhi-key"' in card.read_bytes()
