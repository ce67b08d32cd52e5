"""Readers of other people's files under a coverage-guided fuzzer: ``python -m tests.long.fuzz TARGET SECONDS FOLDER``.

`targets` says what is done with the bytes and what may come of it; `mutators` bends an Office file inside its archive
and a text by its own phrases, where bending raw bytes would only break the checksum again and again. `../test_fuzz.py`
runs each in a process of its own; a file that made one fail stays in FOLDER, and becomes a test beside its reader.
"""
