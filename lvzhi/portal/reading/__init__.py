"""What is public of each kind. Importing it registers all of them."""

from lvzhi.portal.reading import members, proposals, reports, rules

__all__ = ["members", "proposals", "reports", "rules"]
