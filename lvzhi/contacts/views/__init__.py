"""Pages of the contact network: HTTP only."""
