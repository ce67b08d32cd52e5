"""Words of projects 项目: states, code tables, refusals, journal sentences, headings."""
