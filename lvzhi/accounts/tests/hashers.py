"""A second hasher, for the test of re-hashing."""

from __future__ import annotations

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class Quick(PBKDF2PasswordHasher):
    """PBKDF2 with one round."""

    algorithm = "quick"
    iterations = 1
