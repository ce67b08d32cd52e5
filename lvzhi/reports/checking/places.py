"""Whose rows a claim speaks of: the committee, with or without those below it, and the agency."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lvzhi.claims import Claim
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_of, tree
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.reports.checking import lexicon

TWICE = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a claim belongs; ``unknown`` names a body that the system does not have."""

    scope: Scope
    agency: bool = False
    unknown: str = ""

    def without(self, claim: Claim) -> Claim:
        """The claim of a table's cell without the row's label, where that only names this place."""
        committee = self.scope.committee
        own = claim.label in {committee.name, committee.short_name, self.scope.organ.name if self.scope.organ else ""}
        return replace(claim, label="") if claim.label and own else claim


@dataclass
class Places:
    """The committees, read once for a text.

    Args:
        title, spoken: the text's title and its sentences, by which a committee that is not here is known.
    """

    default: Scope
    title: str = ""
    spoken: str = ""
    rows: list[Committee] = field(default_factory=tree)
    _known: dict[tuple[int, bool], Scope] = field(default_factory=dict)
    _strange: set[str] = field(default_factory=set)

    def of(self, claim: Claim) -> Placed:
        """The scope of one claim; the default's where the text says nothing else."""
        below, level = self._below(claim)
        body = claim.body or ""
        agency = body.endswith(lexicon.AGENCY)
        named = self._named(body)
        if named is None and self._is_strange(body, claim):
            return Placed(self.default, unknown=body)
        if named is None and not below and not lexicon.HELPING.search(claim.clause):
            mark = self._generic(body)
            if mark and mark != _mark(self.default.committee):
                named = self._above(lexicon.LEVELS[mark], mark)
                if named is None and _higher(mark, self.default.committee):
                    return Placed(self.default, agency, unknown=mark + lexicon.BODY_MARK)
        if below and level:
            named = self._above(lexicon.LEVELS[level], level) or named
        committee = named or self.default.committee
        if committee == self.default.committee and not below:
            return Placed(self.default, agency)
        return Placed(self._scope(committee, below), agency)

    def agency(self, scope: Scope) -> Scope:
        """The scope narrowed to the agency, where the committee has one organ that stands for it."""
        if scope.organ is not None:
            return scope
        found = [one for one in organs_of(scope, OrganKind.AGENCY) if one.parent_id is None]
        whole = next((one for one in found if one.name.endswith(lexicon.AGENCY)), found[0] if len(found) == 1 else None)
        return scope if whole is None else _with_organ(scope, whole)

    def _scope(self, committee: Committee, below: bool) -> Scope:
        return self._known.setdefault((committee.pk, below), Scope(committee, below))

    def _below(self, claim: Claim) -> tuple[bool, str]:
        for words in claim.scope_words:
            match = lexicon.BELOW.search(words)
            if match:
                mark = (match[1] or match[2] or "").removeprefix(lexicon.WHOLE_MARK)
                return True, mark if mark in lexicon.LEVELS else ""
        return self.default.below, ""

    def _named(self, body: str) -> Committee | None:
        """The committee whose full or short name stands in the words; of several, the longest name."""
        found: tuple[int, Committee] | None = None
        for row in self.rows:
            for name in {row.name, row.short_name} - {""}:
                if name in body and (found is None or len(name) > found[0]):
                    found = (len(name), row)
        return found[1] if found else None

    def _is_strange(self, body: str, claim: Claim) -> bool:
        """Whether a committee that the system does not have is spoken of.

        Its own name stands in the title or more than once in the text, and began a sentence.
        """
        if not lexicon.PROPER_BODY.fullmatch(body) or (body not in self.title and self.spoken.count(body) < TWICE):
            return False
        opens, found, _ = claim.sentence.partition(body)
        if found and (not opens or lexicon.OPENING.search(opens)) and not lexicon.HELPING.search(opens):
            self._strange.add(body)
        return body in self._strange

    def _generic(self, body: str) -> str:
        marks = set(lexicon.GENERIC_BODY.findall(body))
        return str(marks.pop()) if len(marks) == 1 else ""

    def _above(self, level: str, mark: str) -> Committee | None:
        """The default committee or the one above it that this level's word means."""
        ids = self.default.committee.chain_ids()
        chain = sorted((row for row in self.rows if row.pk in ids), key=lambda row: -len(row.path))
        exact = next((row for row in chain if _mark(row) == mark), None)
        return exact or next((row for row in chain if row.level == level), None)


def _mark(committee: Committee) -> str:
    """The level word before 政协 in a committee's name."""
    found = lexicon.GENERIC_BODY.findall(committee.display) or lexicon.GENERIC_BODY.findall(committee.name)
    return str(found[-1]) if found else ""


def _higher(mark: str, committee: Committee) -> bool:
    order = ("province", "city", "county")
    return order.index(lexicon.LEVELS[mark]) < order.index(committee.level) if committee.level in order else False


def _with_organ(scope: Scope, organ: Organ) -> Scope:
    return replace(scope, organ=organ)
