"""What is asked of people, read off declarations, the journal and messages."""

from lvzhi.easing.queries.asking import Again, Asked, again, asked
from lvzhi.easing.queries.meter import Load, Meter, Row, meter, months, rows
from lvzhi.easing.queries.reckoning import Line, Section, sections

__all__ = [
    "Again",
    "Asked",
    "Line",
    "Load",
    "Meter",
    "Row",
    "Section",
    "again",
    "asked",
    "meter",
    "months",
    "rows",
    "sections",
]
