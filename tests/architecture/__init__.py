"""What no import checker sees: the rules of docs/rooms.md as short functions over the source text.

`house` reads the tree; `crossings`, `words`, `logic`, `shape` and `codes` hold one check per function, each returning
its findings as sentences. A `test_*` file calls them on the repository and on a small sample that breaks the rule;
`test_faults` calls them on a copy of the repository with a fault put in.
"""
