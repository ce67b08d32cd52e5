"""Making anchors, noting hand-overs."""

from lvzhi.assurance.actions.anchoring import make_anchor
from lvzhi.assurance.actions.handing import note_hand_over

__all__ = ["make_anchor", "note_hand_over"]
