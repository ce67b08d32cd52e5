"""Writes of the people room, each one journalled line."""

from __future__ import annotations

from lvzhi.people.actions.affiliations import affiliate, end_affiliation
from lvzhi.people.actions.logins import Opened, appoint_members, open_logins
from lvzhi.people.actions.memberships import join, leave, repost, transfer
from lvzhi.people.actions.persons import Facts, edit_person, link_account, unlink_account, unmask
from lvzhi.people.actions.posts import add_staff, appoint, end_post, end_staff
from lvzhi.people.actions.tenure import add_member, edit_member, end_tenure
from lvzhi.people.actions.voiding import reopen, restore, void

__all__ = [
    "Facts",
    "Opened",
    "add_member",
    "add_staff",
    "affiliate",
    "appoint",
    "appoint_members",
    "edit_member",
    "edit_person",
    "end_affiliation",
    "end_post",
    "end_staff",
    "end_tenure",
    "join",
    "leave",
    "link_account",
    "open_logins",
    "reopen",
    "repost",
    "restore",
    "transfer",
    "unlink_account",
    "unmask",
    "void",
]
