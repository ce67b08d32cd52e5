"""A second hasher, for the tests of re-hashing and of what a login costs."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class Quick(PBKDF2PasswordHasher):
    """PBKDF2 with one round."""

    algorithm = "quick"
    iterations = 1
    reckoned = 0

    def encode(self, *args: Any, **rest: Any) -> str:
        """As the parent, counting."""
        Quick.reckoned += 1
        return super().encode(*args, **rest)
