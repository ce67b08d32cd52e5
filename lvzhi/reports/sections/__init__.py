"""The chapters of a yearly report, and what they are made of (R13.1–R13.3)."""

from lvzhi.reports.sections.chapters import CHAPTERS, OPINIONS, PROPOSALS
from lvzhi.reports.sections.patterns import Chapter, Part, Pattern, Split

__all__ = ["CHAPTERS", "OPINIONS", "PROPOSALS", "Chapter", "Part", "Pattern", "Split"]
