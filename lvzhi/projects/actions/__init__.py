"""Writes of projects: registering, and the effects that the steps have."""

from lvzhi.projects.actions.advancing import build, check_day, drop, finish, resume, sign, talk
from lvzhi.projects.actions.following import check_note, note, settled
from lvzhi.projects.actions.joining import charge, check_charge, check_join, join, release
from lvzhi.projects.actions.leads import decline, hand_in, take_over
from lvzhi.projects.actions.money import check_fund, fund, yuan
from lvzhi.projects.actions.visiting import check_visit, reckon, tie_visit, visit
from lvzhi.projects.actions.writing import begun, register, write

__all__ = [
    "begun",
    "build",
    "charge",
    "check_charge",
    "check_day",
    "check_fund",
    "check_join",
    "check_note",
    "check_visit",
    "decline",
    "drop",
    "finish",
    "fund",
    "hand_in",
    "join",
    "note",
    "reckon",
    "register",
    "release",
    "resume",
    "settled",
    "sign",
    "take_over",
    "talk",
    "tie_visit",
    "visit",
    "write",
    "yuan",
]
