"""Components, base pages and small form helpers: how the product looks. Knows no other room."""
