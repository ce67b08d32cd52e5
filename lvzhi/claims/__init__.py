"""Pure-Python reader of Chinese official prose: text in, quantified claims out. See README.md."""

from __future__ import annotations

from lvzhi.claims.against import Contradiction, contradictions
from lvzhi.claims.models import Change, Claim, Heading, Reading, Sentence, SetAside
from lvzhi.claims.reader import read

__all__ = ["Change", "Claim", "Contradiction", "Heading", "Reading", "Sentence", "SetAside", "contradictions", "read"]
