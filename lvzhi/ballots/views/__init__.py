"""Requests and responses of ballots."""
