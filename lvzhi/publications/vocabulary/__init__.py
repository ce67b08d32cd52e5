"""Words of publications 文史与宣传: states, refusals, journal sentences, figures, headings."""
