"""Complaints and wishes about the product itself."""
