"""Rights algebra: who may, which rows, and how a refusal speaks.

The bottom of the house: no room is imported here. See README.md.
"""

from lvzhi.access.actor import Actor
from lvzhi.access.refusals import Conflict, Missing, NotAllowed, Refusal, Refusals
from lvzhi.access.rules import ANYONE, NOBODY, Rule, rule

__all__ = ["ANYONE", "NOBODY", "Actor", "Conflict", "Missing", "NotAllowed", "Refusal", "Refusals", "Rule", "rule"]
