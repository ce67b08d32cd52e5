"""Words of the contact network 联系网络: states, code tables, refusals, journal sentences, headings."""
