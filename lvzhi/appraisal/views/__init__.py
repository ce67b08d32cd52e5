"""Requests and responses of the appraisal of staff."""
