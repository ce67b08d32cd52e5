"""Pages of democratic supervision."""
