"""Typed, dated ties between any two records of any rooms."""
