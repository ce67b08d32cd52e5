"""accounts: who is logged in, and what posts that person holds on a given day."""
