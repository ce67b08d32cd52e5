"""Change of term 换届: planned, rehearsed, approved by a second person, run, sealed, or taken back."""
