"""Pages of Party organisations."""
