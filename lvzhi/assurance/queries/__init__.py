"""The checklist as it stands now; anchors and hand-overs that were made."""

from lvzhi.assurance.queries.checklist import Line, Section, counts, sections
from lvzhi.assurance.queries.kept import anchor_of, anchors, hand_over_of, hand_overs, last_anchor, next_number

__all__ = [
    "Line",
    "Section",
    "anchor_of",
    "anchors",
    "counts",
    "hand_over_of",
    "hand_overs",
    "last_anchor",
    "next_number",
    "sections",
]
