"""The reader turns away whatever is not exactly a package, each with its code; every code has its sentence."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lvzhi.relay import packet
from lvzhi.relay.packet import ALGORITHMS, Limits, Party, Refused, Sent, SentRecord
from lvzhi.relay.packet.writing import assemble
from lvzhi.relay.tests.forge import LIMITS, OTHER_PRIVATE, PUBLIC, UID, package, parts, sha, spelt
from lvzhi.relay.vocabulary import PACKAGE_REFUSALS


def read(data: Any, limits: Limits = LIMITS, public: str | None = PUBLIC) -> packet.Package:
    """As the receiver GY, which knows one key."""
    return packet.read(data, limits, known=lambda manifest: public, receivers={"GY"})


def zipped(
    content: dict[str, bytes], how: int = zipfile.ZIP_STORED, edit: Callable[[Any], None] | None = None
) -> bytes:
    """The same files by the library, which leaves its own marks."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", how) as archive:
        for name, data in content.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = how
            if edit is not None:
                edit(info)
            archive.writestr(info, data)
    return target.getvalue()


def renamed(old: str, new: str) -> bytes:
    """A file under another name, the manifest as it was."""
    return zipped({new if name == old else name: data for name, data in parts().items()})


def doubled() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts().items():
            archive.writestr(zipfile.ZipInfo(name), data)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(zipfile.ZipInfo("records/000001.json"), b"{}")
    return target.getvalue()


def encrypted() -> bytes:
    """The mark of a password in both headers."""
    data = bytearray(package())
    at = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[at + 8] |= 1
    return bytes(data)


def link(info: Any) -> None:
    info.create_system = 3
    if info.filename.startswith("records"):
        info.external_attr = (stat.S_IFLNK | 0o777) << 16


def claiming(size: int) -> bytes:
    """Each header claims that size unpacked."""
    data = bytearray(package(attachments={"a": b"\0" * 9}))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = size.to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


def without(name: str) -> bytes:
    return assemble(
        {one: data for one, data in parts(attachments={"甲.txt": b"x"}).items() if not one.startswith(name)}
    )


def with_other(name: str, data: bytes) -> bytes:
    return assemble(parts() | {name: data})


def swapped() -> bytes:
    """The signature of another package."""
    return assemble(parts() | {"manifest.sig": parts(number=2, previous="0" * 64)["manifest.sig"]})


def cut(by: int) -> Callable[[], bytes]:
    return lambda: package()[:-by]


def flipped(at: int) -> Callable[[], bytes]:
    def make() -> bytes:
        data = bytearray(package())
        data[at] ^= 1
        return bytes(data)

    return make


EMPTY = b'{"files":[],"payload":{}}'
CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("empty", lambda: b""),
    "a text": ("not_package", lambda: "公文".encode()),
    "another zip": ("bad_name", lambda: zipped({"a.txt": b"x"})),
    "a zip of nothing of ours": ("not_package", lambda: zipped({"records/000001.json": b"{}"})),
    "cut in the directory": ("truncated", cut(10)),
    "cut in the middle": ("truncated", cut(700)),
    "a byte before the first entry": ("not_package", lambda: b"\0" + package()),
    "a byte behind": ("altered", lambda: package() + b"\0"),
    "a byte of the text": ("altered", lambda: package().replace("稿".encode(), "摘".encode())),
    "a byte of a date": ("altered", flipped(12)),
    "climbing out": ("bad_name", lambda: renamed("records/000001.json", "../../etc/passwd")),
    "absolute": ("bad_name", lambda: renamed("records/000001.json", "/etc/passwd")),
    "with a drive": ("bad_name", lambda: renamed("records/000001.json", "C:\\records\\000001.json")),
    "hidden behind a zero": ("bad_name", lambda: package().replace(b"records/000001.json", b"records/000001.jso\0")),
    "a folder": ("bad_name", lambda: with_library({"files/": b""})),
    "two of one name": ("double_name", doubled),
    "a link": ("not_plain", lambda: zipped(parts(), edit=link)),
    "a password": ("encrypted", encrypted),
    "packed tightly": ("compressed", lambda: zipped(parts({"text": "长"}), zipfile.ZIP_DEFLATED)),
    "a bomb": ("zip_bomb", lambda: zipped(parts({"text": "0" * 400_000}), zipfile.ZIP_DEFLATED)),
    "a bomb by its headers": ("zip_bomb", lambda: claiming(2**31)),
    "too many files": ("too_many", lambda: package(attachments={str(n): str(n).encode() for n in range(60)})),
    "a record too long": ("too_large", lambda: package({"text": "长" * 200_000})),
    "one not in the manifest": ("unexpected", lambda: with_other(f"files/{sha(b'x')}", b"x")),
    "one that is missing": ("lacks", lambda: without("files/")),
    "no signature": ("not_package", lambda: without("manifest.sig")),
    "a signature of another package": ("signature", swapped),
    "signed by another key": ("signature", lambda: package(private=OTHER_PRIVATE)),
    "a signature of no length": ("signature", lambda: with_other("manifest.sig", b"")),
    "a fingerprint of another key": ("signature", lambda: package(key="0" * 64)),
    "for another": ("wrong_receiver", lambda: package(receiver={"id": "ZY", "name": "遵义市政协"})),
    "another text under the digest": ("digest", lambda: with_other("records/000001.json", EMPTY)),
    "a newer format": ("newer", lambda: package(version=2)),
    "another format": ("not_package", lambda: package(format="zip")),
    "another algorithm": ("algorithm", lambda: package(algorithm="md5-rsa")),
    "a manifest with more": ("manifest", lambda: package(extra=1)),
    "number nought": ("manifest", lambda: package(number=0)),
    "a number that is true": ("manifest", lambda: package(number=True)),
    "a huge number": ("manifest", lambda: package(number=2**40)),
    "a number beyond numbers": ("json", lambda: package(number=10**300)),
    "a fraction": ("json", lambda: package(number=1.5)),
    "no forerunner": ("manifest", lambda: package(number=2)),
    "a first one with a forerunner": ("manifest", lambda: package(previous="0" * 64)),
    "a moment that is none": ("manifest", lambda: package(made="2026-02-30T08:00:00+08:00")),
    "a moment before time": ("manifest", lambda: package(made="0001-01-01T00:00:00+08:00")),
    "no records": ("manifest", lambda: package(records=[], files=[])),
    "records of no shape": ("manifest", lambda: package(records={"a": 1})),
    "a sender without name": ("manifest", lambda: package(sender={"id": "YY", "name": " "})),
    "a record that is a list": ("record", lambda: package(body=b"[]")),
    "a payload that is a text": ("record", lambda: package("稿")),
    "attachments of no shape": ("record", lambda: package(body=spelt({"files": [1], "payload": {}}))),
    "an attachment that is not there": (
        "lacks", lambda: package(body=spelt({"files": [{"digest": "0" * 64, "name": "a"}], "payload": {}})),
    ),
    "an attachment nobody speaks of": ("unexpected", lambda: unspoken()),
    "a record spelt otherwise": ("json", lambda: package(body=b'{"payload":{},"files":[]}')),
    "a record that says a thing twice": ("json", lambda: package(body=b'{"files":[],"payload":{"a":1,"a":2}}')),
    "half a sign": ("json", lambda: package(body=b'{"files":[],"payload":{"a":"\\ud800"}}')),
    "a control character": ("json", lambda: package(body=b'{"files":[],"payload":{"a":"\\u0000"}}')),
    "no number": ("json", lambda: package(body=b'{"files":[],"payload":{"a":NaN}}')),
    "nested without end": ("json", lambda: package(body=b'{"files":[],"payload":{"a":' + b"[" * 90_000)),
}  # fmt: skip


def with_library(more: dict[str, bytes]) -> bytes:
    return zipped(parts() | more)


def unspoken() -> bytes:
    made = parts()
    record, extra = made["records/000001.json"], b"x"
    files = [("records/000001.json", record), (f"files/{sha(extra)}", extra)]
    listed = [{"name": name, "size": len(data), "digest": sha(data)} for name, data in files]
    return assemble(parts(files=listed) | {f"files/{sha(extra)}": extra})


@pytest.mark.parametrize("name", CASES)
def test_turned_away(name: str) -> None:
    code, make = CASES[name]
    with pytest.raises(Refused) as refused:
        read(make())
    assert refused.value.code == code
    words = PACKAGE_REFUSALS[f"relay.{code}"].format(**refused.value.facts)
    assert words.endswith("。")
    assert "{" not in words


def test_an_unknown_signer_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="unknown_signer"):
        read(package(), public=None)
    with pytest.raises(Refused, match="missing_file"):
        read(tmp_path / "nothing.lvpkg")
    with pytest.raises(Refused, match="missing_file"):
        read(str(tmp_path))


def test_two_gigabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "two.lvpkg"
    with path.open("wb") as file:
        file.write(package())
        file.truncate(2 * 1024**3)

    class Watched(io.FileIO):
        asked = 0

        def read(self, size: int = -1, /) -> bytes:
            self.asked += 1
            return super().read(size)

    with Watched(str(path)) as stream, pytest.raises(Refused, match="too_large"):
        read(stream)
    assert stream.asked == 0
    with pytest.raises(Refused, match="too_large"):
        read(path)


def test_every_bit_counts() -> None:
    """Whatever bit of a package is turned, the package is refused."""
    data = package({"text": "稿"}, attachments={"甲.txt": b"hello"})
    read(data)
    for place in range(len(data)):
        for bit in range(8):
            other = bytearray(data)
            other[place] ^= 1 << bit
            with pytest.raises(Refused):
                read(bytes(other))


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_what_was_written_is_read(algorithm: str) -> None:
    private, public = ALGORITHMS[algorithm].make()
    payload = {"text": "“引号”\n换行\t制表 \\ / \U0001f600", "n": -(2**53) + 1, "list": [True, None, {"空": ""}]}
    given = [("甲.txt", b"one"), ("乙.txt", b"two"), ("丙", b"one")]
    built = packet.write(
        [SentRecord("test.note", UID, 7, payload, [Sent(name, data) for name, data in given])],
        algorithm=algorithm, private=private, public=public, sender=Party("YY", "云岩"), receiver=Party("GY", "贵阳"),
        number=1, previous="", made="2026-03-02T08:00:00+08:00", limits=LIMITS,
    )  # fmt: skip
    found = read(built.data, public=public)
    assert found.digest == built.digest
    (record,) = found.records
    assert (record.entry.version, record.payload) == (7, payload)
    assert [(one.name, one.data) for one in record.files] == given
    with zipfile.ZipFile(io.BytesIO(built.data)) as archive:
        assert archive.testzip() is None


def test_keys_of_both_algorithms() -> None:
    for method in ALGORITHMS.values():
        _, public = method.make()
        assert method.is_public(public)
        for bad in ("", public[:-2], public.upper().replace("A", "G"), "zz" * (len(public) // 2)):
            assert not method.is_public(bad)
        assert not method.verify(public, b"x", b"\0" * 64)
        assert not method.verify(public, b"x", b"")
    assert not ALGORITHMS["sm2-sm3"].is_public("04" + "11" * 64)  # not a point of the curve


def test_sm2_agrees_with_the_standard() -> None:
    """GB/T 32918.2 says what SM3 and SM2 come to; the signature is also checked by the library's own plain class."""
    from gmalg import SM2

    method = ALGORITHMS["sm2-sm3"]
    assert method.digest(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    private, public = method.make()
    signature = method.sign(private, b"message")
    plain = SM2(uid=b"1234567812345678", pk=bytes.fromhex(public))
    assert plain.verify(b"message", signature[:32], signature[32:])
    assert not plain.verify(b"massage", signature[:32], signature[32:])
