"""Who did what, when and from where: a hash-chained journal at the very bottom of the house."""

from lvzhi.journal.errors import Unjournalled

__all__ = ["Unjournalled"]
