"""Text with figures inside: the outline as sentences, tokens that people type, and both filled from the records."""

from lvzhi.reports.composing.outline import Number, Report, Sentence, Written, compose

__all__ = ["Number", "Report", "Sentence", "Written", "compose"]
