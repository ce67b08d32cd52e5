"""Which page of help belongs to a page of the product: by the room of its address, and by what its reader is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from django.urls import reverse

from lvzhi.desk.navigation import KEEPERS, MEMBERS, UNITS

M, S, U, L, R = "for-members", "for-secretariat", "for-units", "for-leaders", "for-roles"
# Room or address → pages, each for another group of readers; of several that fit a reader the first is taken.
TASKS: Final[dict[str, tuple[str, ...]]] = {
    "accounts": (f"{M}/9-signing-in",),
    "accounts:accounts": (f"{R}/system-admin", f"{R}/security-admin"),
    "accounts:keepers": (f"{R}/security-admin", f"{R}/system-admin", f"{R}/audit-admin"),
    "accounts:resets": (f"{S}/9-resets", f"{R}/security-admin", f"{R}/system-admin"),
    "activities": (f"{S}/4-activities", f"{M}/4-activities", f"{U}/3-supervision"),
    "activities:feed_mine": (f"{M}/6-service",),
    "activities:notes": (f"{M}/6-service",),
    "activities:opinion": (f"{S}/8-supervision", f"{U}/3-supervision", f"{M}/5-supervision"),
    "activities:opinions": (f"{S}/8-supervision", f"{U}/3-supervision"),
    "activities:supervision": (f"{S}/8-supervision", f"{M}/5-supervision"),
    "activities:supervisor": (f"{S}/8-supervision", f"{M}/5-supervision"),
    "appraisal": (f"{S}/9-appraisal",),
    "assurance": (f"{R}/auditor",),
    "ballots": (f"{S}/7-ballots", f"{M}/4-ballots"),
    "board": (f"{S}/5-board",),
    "committee": (f"{S}/9-organs",),
    "consultations": (f"{S}/9-consultation", f"{M}/8-consultation"),
    "contacts": (f"{S}/8-contacts", f"{M}/6-contacts", f"{L}/3-contacts"),
    "directory": (f"{S}/2-handing-over",),
    "dossier": (f"{S}/9-files", f"{M}/8-file"),
    "easing": (f"{S}/9-easing",),
    "evaluation": (f"{S}/9-evaluation", f"{M}/8-evaluation"),
    "files": (f"{S}/7-archive",),
    "honours": (f"{S}/9-honours", f"{M}/9-history"),
    "jobs": (f"{S}/6-jobs",),
    "journal": (f"{R}/auditor", f"{R}/audit-admin"),
    "joint": (f"{S}/9-joint",),
    "ledger": (f"{S}/5-ledger", f"{U}/3-ledger"),
    "messages": (f"{M}/9-messages",),
    "metrics": (f"{S}/5-figures",),
    "norms": (f"{R}/system-admin",),
    "opinions": (f"{S}/5-concerns", f"{M}/2-concerns"),
    "papers": (f"{S}/5-papers", f"{U}/3-papers"),
    "party": (f"{S}/7-party", f"{M}/8-party"),
    "people": (f"{S}/9-organs",),
    "plans": (f"{S}/6-plans", f"{M}/7-plans"),
    "projects": (f"{S}/9-projects", f"{L}/2-projects"),
    "projects:lead": (f"{S}/9-projects", f"{M}/7-leads"),
    "projects:lead_new": (f"{S}/9-projects", f"{M}/7-leads"),
    "projects:leads": (f"{S}/9-projects", f"{M}/7-leads"),
    "proposals": (f"{S}/1-examining", f"{M}/3-progress", f"{U}/2-replying", f"{L}/1-key-proposals"),
    "proposals:edit": (f"{M}/1-writing",),
    "proposals:excellent": (f"{S}/6-excellent",),
    "proposals:hand_over": (f"{S}/2-handing-over", f"{U}/1-signing"),
    "proposals:key": (f"{S}/4-key-proposals", f"{L}/1-key-proposals"),
    "proposals:list": (f"{S}/3-lists",),
    "proposals:past": (f"{S}/4-past-years",),
    "proposals:publication": (f"{S}/5-publishing",),
    "proposals:published": (f"{S}/5-publishing",),
    "proposals:selection": (f"{S}/4-key-proposals",),
    "proposals:statistics": (f"{S}/5-statistics",),
    "proposals:unit": (f"{U}/1-signing",),
    "proposals:write": (f"{M}/1-writing",),
    "publications": (f"{S}/9-publications", f"{M}/9-history"),
    "regulations": (f"{S}/7-regulations", f"{M}/8-rules"),
    "regulations:matter": (f"{S}/7-reporting",),
    "regulations:matters": (f"{S}/7-reporting",),
    "relay": (f"{S}/5-concerns",),
    "reports": (f"{S}/5-reports",),
    "reports:check": (f"{S}/5-checking",),
    "search": (f"{M}/3-searching",),
    "tenure": (f"{S}/8-tenure", f"{M}/8-tenure"),
    "turnover": (f"{S}/9-turnover",),
    "wishes": (f"{M}/9-wishes",),
}
GENERAL: Final = f"{R}/member"


def page_for(view: str, roles: Iterable[str]) -> str:
    """The address of the help that belongs to the page; a page without one has that of its reader's post.

    Args:
        view: name of the address, ``room:page``. roles: what its reader is, in the order of appointment.
    """
    held = list(dict.fromkeys(roles))
    room = view.partition(":")[0]
    fits = TASKS.get(view) or TASKS.get(room) or ()
    groups = list(_groups(held))
    own = [one for group in groups for one in fits if one.startswith(f"{group}/")]
    posts = [f"{R}/{role.replace('_', '-')}" for role in held]
    mine = [one for one in posts if one in fits]
    chosen = next(iter([*mine, *own, *fits, *posts, GENERAL]))
    return reverse("desk:guide", args=chosen.split("/"))


def _groups(held: list[str]) -> Iterator[str]:
    """Groups of help for such a reader, the nearest first."""
    for role in held:
        if role in MEMBERS | {"reporter"}:
            yield M
        elif role in UNITS:
            yield U
        elif role == "leader":
            yield L
        elif role not in KEEPERS:
            yield S
