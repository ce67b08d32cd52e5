"""Pages of papers: HTTP only."""
