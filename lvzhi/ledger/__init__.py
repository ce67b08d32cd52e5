"""问题台账与意见建议: what was found and what became of it, what was advised and whether it was adopted."""
