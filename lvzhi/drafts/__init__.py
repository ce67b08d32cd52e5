"""Autosaved text: what somebody is writing, kept until it is handed in or thrown away."""
