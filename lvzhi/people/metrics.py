"""Figures of this room."""

def declare() -> None:
    """Register the figures."""
