"""Pages of the ledger: HTTP only."""
