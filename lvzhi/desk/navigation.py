"""Navigation by role: who is offered which page. What a room has not yet opened is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.urls import NoReverseMatch, reverse

from lvzhi.appraisal import rules as appraisal
from lvzhi.assurance import rules as assurance
from lvzhi.desk.vocabulary import GROUPS, NAV, SHORT
from lvzhi.easing import rules as easing
from lvzhi.reports import rules as reports

MEMBERS = frozenset({"member", "organ_head"})
UNITS = frozenset({"unit_officer", "unit_head"})
SECRETARIAT = frozenset({"clerk", "proposal_head"})
READERS = frozenset({"secretary_general", "supervisor", "leader", "auditor"})
STAFF = SECRETARIAT | READERS | {"office"}
WRITERS = frozenset(reports.ROLES)
DRAFTERS = frozenset(reports.LOOKERS)
AGENCY = STAFF | {"organ_head", "branch_secretary"}
NETWORK = frozenset({"office", "secretary_general", "leader", "auditor"})
PAIRING = frozenset({"office", "secretary_general", "leader", "auditor"})
APPRAISED = frozenset(appraisal.STAFF) - {"leader", "auditor", "organ_head"}
KEEPERS = frozenset({"system_admin", "security_admin", "audit_admin"})


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the navigation.

    Args:
        key: names it; `vocabulary.NAV` has the words.
        url: name of the page.
        icon: its sign.
        roles: who is offered it; empty means everyone.
        group: heading it stands under.
    """

    key: str
    url: str
    icon: str
    roles: frozenset[str] = frozenset()
    group: str = ""


PLACES = (
    Place("desk", "desk:home", "desk"),
    Place("mine", "proposals:mine", "proposal", MEMBERS, "own"),
    Place("unit", "proposals:unit", "unit", UNITS, "own"),
    Place("my_activities", "activities:mine", "calendar", MEMBERS, "own"),
    Place("my_file", "dossier:me", "notebook", frozenset({"member"}), "own"),
    Place("my_contacts", "contacts:mine", "relate", frozenset({"member", "leader"}), "own"),
    Place("my_projects", "projects:mine", "target", frozenset({"leader"}), "own"),
    Place("leads", "projects:leads", "idea", frozenset({"member"}), "own"),
    Place("unit_ledger", "ledger:unit", "tasks", UNITS, "own"),
    Place("opinions", "activities:opinions", "verified", UNITS, "own"),
    Place("my_advice", "ledger:advice_list", "idea", frozenset({"member"}), "own"),
    Place("my_concerns", "opinions:mine", "news", MEMBERS | {"reporter"}, "own"),
    Place("my_tasks", "plans:mine", "target", UNITS | {"organ_head"}, "own"),
    Place("received", "papers:received", "mail", UNITS, "own"),
    Place("my_tenure", "tenure:mine", "switch", frozenset({"member"}), "own"),
    Place("my_evaluation", "evaluation:mine", "progress", frozenset({"member"}), "own"),
    Place("my_honours", "honours:mine", "honour", frozenset({"member"}), "own"),
    Place("my_appraisal", "appraisal:mine", "certificate", APPRAISED, "own"),
    Place("organ_files", "dossier:organs", "group", frozenset({"organ_head"}), "own"),
    Place("library", "proposals:list", "list", SECRETARIAT | READERS, "work"),
    Place("activities", "activities:list", "activity", STAFF | MEMBERS | {"branch_secretary"}, "work"),
    Place("ledger", "ledger:problems", "ledger", STAFF | frozenset({"organ_head"}), "work"),
    Place("concerns", "opinions:home", "news", READERS - {"supervisor"} | {"office"}, "work"),
    Place("key", "proposals:key", "star", SECRETARIAT | READERS | MEMBERS, "work"),
    Place("consultations", "consultations:list", "group", STAFF | MEMBERS, "work"),
    Place("supervision", "activities:supervision", "verified", STAFF | MEMBERS, "work"),
    Place("ballots", "ballots:list", "review", STAFF | MEMBERS, "work"),
    Place("plans", "plans:list", "plan", AGENCY | {"member"}, "work"),
    Place("projects", "projects:list", "target", AGENCY, "work"),
    Place("joint", "joint:list", "relate", AGENCY, "work"),
    Place("papers", "papers:list", "file", AGENCY, "work"),
    Place("excellent", "proposals:excellent", "honour", SECRETARIAT | READERS | MEMBERS | UNITS, "work"),
    Place("published", "proposals:published", "news", group="work"),
    Place("people", "people:list", "people", STAFF | MEMBERS, "organisation"),
    Place("chart", "people:chart", "tree", STAFF | MEMBERS, "organisation"),
    Place("coverage", "dossier:coverage", "verified", STAFF, "organisation"),
    Place("tenure", "tenure:list", "switch", STAFF | {"organ_head"}, "organisation"),
    Place("party", "party:list", "party", STAFF | MEMBERS | {"branch_secretary"}, "organisation"),
    Place(
        "contacts",
        "contacts:list",
        "relate",
        frozenset({"office", "secretary_general", "leader", "auditor"}),
        "organisation",
    ),
    Place("appraisals", "appraisal:list", "certificate", frozenset(appraisal.READERS), "organisation"),
    Place("honours", "honours:list", "honour", STAFF, "organisation"),
    Place("directory", "directory:list", "organ", SECRETARIAT | {"office", "system_admin"}, "organisation"),
    Place("rules", "regulations:list", "rules", AGENCY | MEMBERS | UNITS, "texts"),
    Place("matters", "regulations:matters", "send", AGENCY, "texts"),
    Place("publications", "publications:home", "book", STAFF | MEMBERS, "texts"),
    Place("statistics", "proposals:statistics", "figures", SECRETARIAT | READERS, "sums"),
    Place("board", "board:home", "analytics", STAFF | MEMBERS, "sums"),
    Place("figures", "metrics:book", "figures", STAFF | MEMBERS, "sums"),
    Place("files", "dossier:list", "notebook", STAFF, "sums"),
    Place("evaluation", "evaluation:runs", "progress", NETWORK | {"organ_head"}, "sums"),
    Place("reports", "reports:year", "report", WRITERS, "sums"),
    Place("written", "reports:list", "edit", DRAFTERS, "sums"),
    Place("check", "reports:check", "check-text", WRITERS, "sums"),
    Place(
        "relay",
        "relay:home",
        "send",
        frozenset({"office", "secretary_general", "system_admin", "auditor"}),
        "care",
    ),
    Place("turnover", "turnover:list", "workflow", frozenset({"office", "secretary_general", "auditor"}), "care"),
    Place("easing", "easing:home", "verified", frozenset(easing.ROLES), "care"),
    Place("assurance", "assurance:home", "guard", frozenset(assurance.ROLES), "care"),
    Place("committee", "committee:list", "tree", STAFF | KEEPERS, "care"),
    Place("norms", "norms:home", "adjust", STAFF | KEEPERS, "care"),
    Place("workflow", "workflow:index", "workflow", STAFF | KEEPERS, "care"),
    Place("opening", "opening:checklist", "list", frozenset({"system_admin", "security_admin", "office"}), "care"),
    Place("accounts", "accounts:accounts", "key", frozenset({"system_admin", "security_admin"}), "care"),
    Place("resets", "accounts:resets", "key", frozenset({"office", "secretary_general", "clerk"}), "care"),
    Place("keepers", "accounts:keepers", "guard", KEEPERS | {"auditor"}, "care"),
    Place("journal", "journal:log", "history", frozenset({"auditor", "audit_admin"}), "care"),
    Place("messages", "messages:inbox", "bell"),
    Place("wishes", "wishes:list", "news"),
    Place("help", "desk:help", "help"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the navigation as the base page shows it."""

    label: str
    short: str
    url: str
    icon: str
    active: bool
    count: int
    group: str


@cache
def address(name: str) -> str | None:
    """The address of a page, None where its room does not offer it."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def items(roles: Iterable[str], path: str, counts: dict[str, int]) -> list[Item]:
    """The lines for someone of these roles; the one with the longest address that ``path`` begins with is here."""
    held = set(roles)
    offered = [
        (place, url)
        for place in PLACES
        if (not place.roles or place.roles & held) and (url := address(place.url)) is not None
    ]
    fits = [url for _, url in offered if path == url or (url != "/" and path.startswith(url))]
    here = max(fits, key=len, default=None)
    return [
        Item(
            label=NAV[place.key],
            short=SHORT.get(place.key, NAV[place.key]),
            url=url,
            icon=place.icon,
            active=url == here,
            count=counts.get(place.key, 0),
            group=GROUPS.get(place.group, ""),
        )
        for place, url in offered
    ]
