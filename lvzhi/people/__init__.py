"""Who belongs where, from when to when: persons, members, their memberships, posts, and agency staff."""
