"""What this room answers the self-check: a photo with a place is received on trial (docs/decisions/0014)."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from lvzhi.files import pictures, store
from lvzhi.files.content import CHUNK
from lvzhi.files.vocabulary import NO_PLACE, PLACE_RULE, PLACE_SAID
from lvzhi.norms.bans import Ban, Check, Found

if TYPE_CHECKING:
    from lvzhi.committee.models import Committee

_GPS = 0x8825
_TRIAL = "trial.jpg"


def _photo() -> bytes:
    """A picture of nothing, taken somewhere."""
    exif = Image.Exif()
    exif.get_ifd(_GPS).update({1: "N", 2: (30.0, 33.0, 12.0), 3: "E", 4: (114.0, 22.0, 5.0)})
    out = BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def has_place(data: bytes) -> bool:
    """Whether a photo says where it was taken."""
    with Image.open(BytesIO(data)) as picture:
        return bool(picture.getexif().get_ifd(_GPS))


def keeps_no_place(committee: Committee, day: date) -> Found:
    """Receive a photo as any upload is received, look whether the place is gone, and throw it away."""
    sent = _photo()
    kept = pictures.bared(store.land([sent], len(sent) + CHUNK), _TRIAL, "jpg", 1)
    try:
        gone = has_place(sent) and not has_place(kept.path.read_bytes())
    finally:
        kept.drop()
    return Found(gone, PLACE_SAID[gone])


NO_PLACE_KEPT = Check("files.no_place", Ban.GROUNDS, NO_PLACE, keeps_no_place, rule=PLACE_RULE)
