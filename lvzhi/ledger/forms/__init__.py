"""What the pages and steps of the ledger ask."""
