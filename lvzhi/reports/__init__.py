"""Yearly reports written out of figures, and any text held against the records. See README.md."""
