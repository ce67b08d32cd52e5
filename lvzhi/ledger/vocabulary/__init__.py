"""Words of the ledger 问题台账与意见建议: `states`, `codes`, `sentences`, `words`, `pages`."""
