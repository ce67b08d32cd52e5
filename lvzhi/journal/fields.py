"""A text column that is encrypted at rest and masked wherever it is printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from lvzhi.journal.secrets import open_text, seal_text

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

    TextField = models.TextField[Any, Any]
else:
    TextField = models.TextField

Mask = Callable[[str], str]


def hide_all(text: str) -> str:
    """The mask of a field that shows nothing: four stars whatever the length."""
    return "****" if text else ""


class Secret:
    """A value of a `SecretField`: prints masked; `reveal()` gives the text (journal the unmasking, R12.11).

    The ciphertext is opened only when asked for, so a list of people costs no decryption of what it does not show.
    """

    __slots__ = ("_mask", "_plain", "sealed")

    def __init__(self, *, plain: str | None = None, sealed: str = "", mask: Mask = hide_all) -> None:
        self._plain, self.sealed, self._mask = plain, sealed, mask

    def reveal(self) -> str:
        """The text itself. Raises `KeyMissing` or `ValueError` when it cannot be opened."""
        if self._plain is None:
            self._plain = open_text(self.sealed)
        return self._plain

    @property
    def masked(self) -> str:
        """The text as anyone may see it."""
        return self._mask(self.reveal())

    def __str__(self) -> str:
        return self.masked

    def __repr__(self) -> str:
        return f"<Secret {self.masked}>"

    def __bool__(self) -> bool:
        return bool(self.sealed if self._plain is None else self._plain)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Secret):
            return self.reveal() == other.reveal()
        return isinstance(other, str) and self.reveal() == other

    def __hash__(self) -> int:
        return hash(self.reveal())


class _SecretAttribute(DeferredAttribute):
    """Whatever is assigned becomes a `Secret`, so that no page prints a number somebody has just typed."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        field = cast("SecretField", self.field)
        instance.__dict__[field.attname] = field.wrap(value)


class SecretField(TextField):
    """Text encrypted with AES-256-GCM; `mask` decides how it prints. Search by a column holding `secrets.digest`."""

    descriptor_class = _SecretAttribute

    def __init__(self, *args: Any, mask: Mask = hide_all, **kwargs: Any) -> None:
        self.mask = mask
        super().__init__(*args, **kwargs)

    def wrap(self, value: Any) -> Any:
        """Anything assigned as a `Secret`; expressions and None pass."""
        if value is None or isinstance(value, Secret) or hasattr(value, "resolve_expression"):
            return value
        return Secret(plain=str(value), mask=self.mask)

    def from_db_value(self, value: str | None, expression: Any, connection: BaseDatabaseWrapper) -> Secret | None:
        """Wrap the ciphertext without opening it."""
        return None if value is None else Secret(sealed=value, mask=self.mask)

    def to_python(self, value: Any) -> Any:
        """A `Secret` for anything but None."""
        return self.wrap(value)

    def get_prep_value(self, value: Any) -> Any:
        """Ciphertext for the database; an untouched value keeps the ciphertext it came with."""
        value = self.wrap(value)
        if not isinstance(value, Secret):
            return value
        if not value.sealed:
            value.sealed = seal_text(value.reveal())
        return value.sealed

    def value_to_string(self, obj: models.Model) -> str:
        """Serialisers get the ciphertext, never the text."""
        return str(self.get_prep_value(self.value_from_object(obj)) or "")
