"""Where the words that narrow a claim may stand: its subject, its clause, and what the sentence says before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lvzhi.claims import Claim
from lvzhi.reports.checking import lexicon
from lvzhi.reports.checking.narrowing import Said
from lvzhi.reports.checking.topics import BLANK, About, about


@dataclass(frozen=True, slots=True)
class Windows:
    """The stretches of one claim.

    Args:
        gap: between the claim before and this one's clause, or from the beginning of the part of the sentence.
    """

    claim: Claim
    subject: str
    clause: About
    gap: About
    whole: str

    @classmethod
    def of(cls, claim: Claim, said: Sequence[Said]) -> Windows:
        """The stretches of a claim that stands behind those of ``said``."""
        gap = part_of(claim)
        if said:
            last = said[-1].claim
            behind = claim.before[len(last.before) :]
            place = behind.find(last.clause)
            gap = behind[place + len(last.clause) :] if place >= 0 else ""
        return cls(claim, claim.narrowed + claim.subject, about(claim.clause), about(gap), gap + claim.clause)

    def without(self, words: Iterable[str]) -> Windows:
        """With these words blank in the subject: longest first, since one may stand in another."""
        subject = self.subject
        for word in sorted(words, key=len, reverse=True):
            subject = subject.replace(word, BLANK * len(word))
        return self if subject == self.subject else replace(self, subject=subject)


def plain(claim: Claim) -> Claim:
    """The claim with ranks written out and without its time, which is read by itself (一次会议期间 is no meeting)."""
    blank = BLANK * len(claim.period or "")

    def bare(text: str) -> str:
        return lexicon.spelled(text.replace(claim.period, blank) if claim.period else text)

    return replace(
        claim, subject=lexicon.spelled(claim.subject), clause=bare(claim.clause), before=bare(claim.before),
        lead=bare(claim.lead), label=lexicon.spelled(claim.label),
    )  # fmt: skip


def part_of(claim: Claim) -> str:
    """What stands before the clause in its part of the sentence (parts end with a semicolon)."""
    return claim.before.rsplit(lexicon.SEMICOLON, 1)[-1]


def same_part(claim: Claim, other: Claim) -> bool:
    """Whether two claims stand in one part of a sentence."""
    mark = lexicon.SEMICOLON
    return claim.sentence == other.sentence and claim.before.count(mark) == other.before.count(mark)
