"""The product as it is served, with one address more: hello behind its whole middleware."""
