"""Pages of the first morning: HTTP only."""
