"""A rule's text by articles, and two texts held against each other: pure reading, no record."""

from lvzhi.regulations.wording.comparing import Comparison, Row, applied, compare
from lvzhi.regulations.wording.reading import Fault, Piece, Reading, read

__all__ = ["Comparison", "Fault", "Piece", "Reading", "Row", "applied", "compare", "read"]
