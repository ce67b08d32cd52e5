"""What a refusal says, on the fields of the form that was sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django import forms

from lvzhi.access import Conflict, Missing, NotAllowed, Refusal, Refusals

T = TypeVar("T")


def tell(form: forms.Form, refusal: Refusal) -> None:
    """Each sentence on its field, or above the form where it has none."""
    for part in refusal.parts if isinstance(refusal, Refusals) else (refusal,):
        form.add_error(part.field if part.field in form.fields else None, part.sentence)


def tried(form: forms.Form, do: Callable[[], T], *, conflicts: bool = True) -> T | None:
    """What was done; None where it was refused, and the form says why.

    Args:
        conflicts: whether the form says of a conflict too; otherwise the caller shows both texts.

    Raises:
        NotAllowed, Missing: told by pages of their own.
        Conflict: unless the form says it.
    """
    try:
        return do()
    except (NotAllowed, Missing):
        raise
    except Refusal as refusal:
        if isinstance(refusal, Conflict) and not conflicts:
            raise
        tell(form, refusal)
        return None
