"""Pages of tokens, and the addresses that tokens open."""
