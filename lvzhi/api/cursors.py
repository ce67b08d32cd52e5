"""Places in the journal as another system keeps them: sealed, for a number would tell how much happens elsewhere."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.journal.errors import KeyMissing
from lvzhi.journal.secrets import open_text, seal_text

CONTEXT = "api.changes"


def written(seq: int) -> str:
    """The cursor that stands after a line; it lasts as long as the keys of the installation."""
    return seal_text(str(seq), CONTEXT).replace("+", "-").replace("/", "_")


def read(text: str) -> int:
    """The line that a cursor stands after, 0 for none.

    Raises:
        Refusal: ``api.bad_cursor``.
    """
    if not text:
        return 0
    try:
        head, _, body = text.partition(":")
        return int(open_text(f"{head}:{body.replace('-', '+').replace('_', '/')}", CONTEXT))
    except (ValueError, KeyMissing, KeyError):
        raise Refusal("api.bad_cursor", field="after", name="after") from None
