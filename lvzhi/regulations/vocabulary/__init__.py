"""Words of rules and of matters reported: states, code tables, figures, refusals, headings."""
