"""Attachments: checked by content, stored outside the web root, served only through a right."""
