"""Whose pages these are: the committee an actor works in."""

from lvzhi.accounts.actors import committee_of

__all__ = ["committee_of"]
