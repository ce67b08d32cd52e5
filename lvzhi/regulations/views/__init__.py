"""Pages of rules and matters reported: HTTP only."""
