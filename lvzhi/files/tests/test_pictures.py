"""A photo is kept upright and says nothing of where, when, by whom and with what it was taken."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from PIL import Image, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

from lvzhi.access import Refusal
from lvzhi.files import proving, store
from lvzhi.files.actions import attach
from lvzhi.files.models import Attachment
from lvzhi.files.tests.conftest import KIND, photo, upload

TURNED = 6  # held upright, the sensor lying on its side
GPS = 0x8825
TODAY = dt.date(2026, 3, 2)
WORDS = (b"EastLake", b"Phone 9", b"Exif", b"http://ns.adobe.com/xap", b"GPS", b"secret words", b"film behind the end")


def camera(orientation: int = 1) -> Image.Exif:
    """What a phone writes: maker, owner, orientation, and where it was."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x013B], exif[0x0112] = "EastLake", "Phone 9", "赵一", orientation
    north, east = (
        (IFDRational(30), IFDRational(33), IFDRational(12)),
        (IFDRational(114), IFDRational(22), IFDRational(5)),
    )
    exif.get_ifd(GPS).update({1: "N", 2: north, 3: "E", 4: east})
    return exif


def kept(made: Attachment) -> bytes:
    return store.path_of(made.digest).read_bytes()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def test_a_photo_carries_its_place_until_it_is_attached() -> None:
    sent = opened(photo("JPEG", exif=camera(TURNED)))
    assert sent.getexif().get_ifd(GPS)[2] == (30, 33, 12)


def test_place_owner_and_device_are_gone_and_the_photo_stands_upright(record, actor) -> None:
    sent = photo("JPEG", exif=camera(TURNED), comment=b"secret words", xmp=b"<x:xmpmeta/>", quality=92)
    made = attach(actor, KIND, record.uid, upload("现场.jpg", sent + b"film behind the end"))
    data = kept(made)
    assert [word for word in WORDS if word in data] == []
    assert made.size == len(data)
    picture = opened(data)
    assert dict(picture.getexif()) == {}
    assert picture.size == (20, 40)
    top, bottom = picture.getpixel((10, 5)), picture.getpixel((10, 35))
    assert top[0] > 200 > 60 > top[1], "the red half, left on the sensor, is on top"
    assert min(bottom) > 200
    assert list((store.folder() / "arriving").iterdir()) == []


def test_a_photo_held_straight_keeps_its_tables(record, actor) -> None:
    sent = photo("JPEG", exif=camera(), quality=80)
    data = kept(attach(actor, KIND, record.uid, upload("现场.jpeg", sent)))
    assert [word for word in WORDS if word in data] == []
    assert opened(data).quantization == opened(sent).quantization
    assert opened(data).size == (40, 20)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_one_that_says_nothing_is_kept_to_the_byte(record, actor, form) -> None:
    sent = photo(form)
    assert kept(attach(actor, KIND, record.uid, upload(f"扫描.{form}", sent))) == sent


def test_colours_stay(record, actor) -> None:
    profile = b"a colour profile" * 20
    data = kept(attach(actor, KIND, record.uid, upload("a.jpg", photo("JPEG", exif=camera(), icc_profile=profile))))
    assert opened(data).info["icc_profile"] == profile
    assert b"EastLake" not in data


@pytest.mark.parametrize("orientation", [1, TURNED])
def test_a_png_loses_its_words_and_not_its_picture(record, actor, orientation) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "secret words")
    sent = photo("PNG", exif=camera(orientation), pnginfo=words)
    data = kept(attach(actor, KIND, record.uid, upload("截图.png", sent + b"film behind the end")))
    assert [word for word in WORDS if word in data] == []
    assert b"eXIf" not in data
    assert b"tEXt" not in data
    picture = opened(data)
    assert picture.size == ((40, 20) if orientation == 1 else (20, 40))
    assert picture.getpixel((5, 5)) == (255, 0, 0)


@pytest.mark.parametrize("data", [
    photo("JPEG")[:-200], photo("PNG")[:-20], b"\xff\xd8\xff\xe0" + b"\x00" * 50, b"\x89PNG\r\n\x1a\n" + b"\x00" * 50,
])  # fmt: skip
def test_one_that_cannot_be_read_is_refused_with_a_sentence(record, actor, data) -> None:
    name = "现场.png" if data.startswith(b"\x89") else "现场.jpg"
    with pytest.raises(Refusal) as refused:
        attach(actor, KIND, record.uid, upload(name, data))
    assert refused.value.code == "files.damaged"
    assert f"附件“{name}”已损坏" in refused.value.sentence
    assert Attachment.objects.count() == 0
    assert list((store.folder() / "arriving").iterdir()) == []


def test_one_that_unfolds_to_too_much_is_refused_before_it_does(record, actor) -> None:
    out = io.BytesIO()
    Image.new("1", (20_000, 5_001)).save(out, "PNG")
    with pytest.raises(Refusal) as refused:
        attach(actor, KIND, record.uid, upload("大.png", out.getvalue()))
    assert refused.value.code == "files.picture_large"
    assert "超过100百万像素" in refused.value.sentence


def test_the_same_photo_sent_twice_is_one_attachment(record, actor) -> None:
    sent = photo("JPEG", exif=camera(TURNED))
    first = attach(actor, KIND, record.uid, upload("一.jpg", sent))
    assert attach(actor, KIND, record.uid, upload("二.jpg", sent)).pk == first.pk


def test_the_self_check_receives_a_photo_on_trial(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert proving.keeps_no_place(None, TODAY).good  # type: ignore[arg-type]  # reason: the same for every committee
    assert not list((store.folder() / "arriving").iterdir())
    monkeypatch.setattr(proving.pictures, "bared", lambda landed, *rest: landed)
    assert not proving.keeps_no_place(None, TODAY).good  # type: ignore[arg-type]  # reason: as above
