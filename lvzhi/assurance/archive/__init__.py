"""The one file for an auditor: journal, records, figures with their rows, attachments, readable without a network."""

from lvzhi.assurance.archive.packing import Parts, pack
from lvzhi.assurance.archive.reading import Read, read_back

__all__ = ["Parts", "Read", "pack", "read_back"]
