"""Pages of the people room: HTTP only."""
