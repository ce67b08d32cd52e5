"""Pages of projects: HTTP only."""
