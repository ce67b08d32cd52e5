"""A hundred thousand packages bent in every way: each is read or refused, and nothing else ever happens."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from lvzhi.relay import packet
from lvzhi.relay.packet import Refused
from lvzhi.relay.packet.writing import assemble
from lvzhi.relay.tests.forge import LIMITS, METHOD, OTHER_PUBLIC, PRIVATE, PUBLIC, package, parts, spelt

STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**63, 10**40, 1.5, float("nan"), float("inf"),
    "", " ", "稿", "a" * 5000,
    "\x00", "\ud800",
    "../../etc/passwd", "2026-02-30T00:00:00+08:00", "9999-12-31T23:59:59-23:59", "0" * 64, [], {},
    [[]], [{}], {"id": 1}, {"": ""}, [1] * 50, {"kind": {}, "uid": [], "version": "1"}, "0" * 63, "G" * 64,
)  # fmt: skip


def nested(chance: random.Random) -> Any:
    """Something deep, or wide, or odd."""
    value: Any = chance.choice(STRANGE)
    for _ in range(chance.choice((1, 3, 40, 400))):
        value = [value] if chance.random() < 0.5 else {chance.choice(("payload", "files", "a", "\x01", "")): value}
    return value


def bent(chance: random.Random, value: Any, depth: int = 0) -> Any:
    """A value with something in it replaced, dropped, doubled or added."""
    if depth > 3 or not isinstance(value, dict | list) or not value or chance.random() < 0.25:
        return nested(chance) if chance.random() < 0.3 else chance.choice(STRANGE)
    if isinstance(value, list):
        made = list(value)
        place = chance.randrange(len(made))
        made[place] = bent(chance, made[place], depth + 1)
        return made * chance.choice((1, 1, 2))
    made_object = dict(value)
    name = chance.choice(list(made_object))
    if chance.random() < 0.2:
        del made_object[name]
    else:
        made_object[name if chance.random() < 0.9 else "more"] = bent(chance, made_object[name], depth + 1)
    return made_object


def written(value: Any) -> bytes:
    """As JSON in some spelling; what cannot be spelt is left as its letters."""
    try:
        return spelt(value)
    except (ValueError, UnicodeEncodeError, RecursionError):
        return repr(value).encode("utf-8", "replace")


def resigned(chance: random.Random, files: dict[str, bytes]) -> bytes:
    """Manifest or record replaced by something strange, and signed by the right key."""
    import json

    changed = dict(files)
    if chance.random() < 0.5:
        manifest = written(bent(chance, json.loads(files["manifest.json"])))
        changed["manifest.json"] = manifest
        changed["manifest.sig"] = METHOD.sign(PRIVATE, manifest)
        return assemble(changed)
    body = written(bent(chance, json.loads(files["records/000001.json"])))
    return package(body=body or b"{}")


def mutations(data: bytes, files: dict[str, bytes], chance: random.Random) -> Iterator[bytes]:
    """Without end."""
    names = list(files)
    while True:
        how = chance.randrange(6)
        if how == 0:  # bytes turned
            other = bytearray(data)
            for _ in range(chance.choice((1, 1, 2, 8, 64))):
                other[chance.randrange(len(other))] = chance.randrange(256)
            yield bytes(other)
        elif how == 1:  # cut, or a piece cut out
            start = chance.randrange(len(data))
            yield data[:start] if chance.random() < 0.5 else data[:start] + data[start + chance.randrange(1, 90) :]
        elif how == 2:  # entries in another order, under another's name, left out
            order = chance.sample(names, chance.randrange(1, len(names) + 1))
            swapped = chance.sample(order, len(order))
            yield assemble({name: files[other] for name, other in zip(order, swapped, strict=True)})
        elif how == 3:  # a piece somewhere else, or twice
            start, at = chance.randrange(len(data)), chance.randrange(len(data))
            yield data[:at] + data[start : start + chance.randrange(1, 200)] + data[at:]
        elif how == 4:  # numbers of the headers
            other = bytearray(data)
            for _ in range(chance.choice((1, 3))):
                at = data.find(chance.choice((b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"))) + chance.randrange(4, 46)
                size = chance.choice((1, 2, 4))
                other[at : at + size] = chance.choice((b"\xff", b"\0", b"\x7f", b"\x01")) * size
            yield bytes(other)
        else:
            yield resigned(chance, files)


def run(count: int, seed: int) -> dict[str, int]:
    """How often each refusal was the answer; anything but a refusal or a package is an error of the test."""
    attachments = {"甲.txt": b"hello", "乙.bin": bytes(range(256))}
    files = parts({"text": "稿", "list": [1, {"a": None}]}, attachments=attachments)
    data = assemble(files)
    found: dict[str, int] = {}
    made = mutations(data, files, random.Random(seed))
    for _ in range(count):
        given = next(made)
        try:
            packet.read(given, LIMITS, known=lambda manifest: PUBLIC, receivers={"GY"})
            code = "read"
        except Refused as refused:
            code = refused.code
        found[code] = found.get(code, 0) + 1
    return found


def test_two_thousand_bent_packages() -> None:
    found = run(2000, seed=6)
    assert sum(found.values()) == 2000
    assert len(found) >= 10, found


@pytest.mark.long
def test_a_hundred_thousand_bent_packages(record_property: Any) -> None:
    found = run(120_000, seed=2026)
    record_property("printed", str(dict(sorted(found.items(), key=lambda one: -one[1]))))
    assert sum(found.values()) == 120_000
    assert len(found) >= 15


def test_a_signature_that_does_not_hold_lets_nothing_through() -> None:
    """The same, where the key is another's: never read."""
    files = parts()
    made = mutations(assemble(files), files, random.Random(7))
    for _ in range(300):
        with pytest.raises(Refused):
            packet.read(next(made), LIMITS, known=lambda manifest: OTHER_PUBLIC, receivers={"GY"})
