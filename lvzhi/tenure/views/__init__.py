"""Pages of changes, absence cases and selections."""
