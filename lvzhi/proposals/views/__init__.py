"""Pages of proposals: HTTP only."""
