"""Faults on purpose: what was acknowledged stands there once, whatever is killed, filled, cut off or set wrong."""
