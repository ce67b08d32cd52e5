"""What a page gives although no rule of the record's own kind grants it, and why it may."""

from __future__ import annotations

from fnmatch import fnmatch

from tests.walk.everywhere.callers import Caller

# (what, address, kind of record) → why
ALLOWED: dict[tuple[str, str, str], str] = {
    ("titles", "ledger:*", "*"): "a problem says at which activity it was found, to the unit that mends it too",
    ("titles", "papers:*", "*"): "a paper's own title and text name what it is about",
    ("titles", "opinions:document", "papers.paper"): "an issue that was sent out is a paper of the agency",
    ("beyond", "proposals:publication", "proposals.publication"): "the published is everybody's",
    ("beyond", "directory:detail", "directory.unit"): "units are known to every login; how to reach one asks a rule",
    ("titles", "proposals:excellent_one", "*"): "candidates that were published, and every chosen one, are announced",
    ("titles", "activities:opinion", "activities.supervisionopinion"): "an opinion says of which supervision it came",
    ("unnoted", "*template*", "*"): "an empty sheet to be filled in",
    ("titles", "api:v1:* papers.*", "*"): "a paper's own title and text name what it is about, there as on its page",
    ("beyond", "api:v1:*", "directory.unit"): "units are known to every login; how to reach one is no field",
    ("beyond", "api:v1:*", "joint.*"): "a joint topic is every partaking committee's, by its own rule",
    ("beyond", "api:v1:*", "activities.activity"): "so are the activities that belong to one",
    ("titles", "publications:document", "publications.issue"): "a published issue prints the manuscripts in it",
    ("opened", "portal:*", "*"): "published; that nothing else leaves, test_public_site holds",
    ("beyond", "portal:*", "*"): "the same in its lists",
    ("names", "portal:*", "*"): "the same",
    ("titles", "portal:*", "*"): "the same",
}


def is_allowed(what: str, place: str, who: Caller, kind: str) -> bool:
    """Whether the finding is one that is meant."""
    return any(fnmatch(what, one) and fnmatch(place, address) and fnmatch(kind, of) for one, address, of in ALLOWED)
