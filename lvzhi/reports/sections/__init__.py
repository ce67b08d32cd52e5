"""The chapters of a report, what they are made of, and the outlines that put them together (R13.1–R13.4)."""

from lvzhi.reports.sections.chapters import CHAPTERS
from lvzhi.reports.sections.outlines import OUTLINES, SUMMARY, Block, Outline, outline
from lvzhi.reports.sections.patterns import Chapter, Part, Pattern, Split
from lvzhi.reports.sections.working import OPINIONS, PROPOSALS

__all__ = [
    "CHAPTERS", "OPINIONS", "OUTLINES", "PROPOSALS", "SUMMARY", "Block", "Chapter", "Outline", "Part", "Pattern",
    "Split", "outline",
]  # fmt: skip
