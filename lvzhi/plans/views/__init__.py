"""Pages of plans: HTTP only."""
