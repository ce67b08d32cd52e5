"""Declared parameters of projects: the code tables."""

from __future__ import annotations

from lvzhi.norms import codes
from lvzhi.projects.vocabulary import codes as words

EDITORS = ("system_admin", "office", "secretary_general")
codes.declare(
    words.KINDS,
    words.KINDS_NAME,
    [codes.row(code, name, rule=rule, words=said) for code, name, rule, said in words.KIND_ROWS],
    extra=(("words", words.SAID_LABEL),),
    editors=EDITORS,
)
codes.declare(
    words.SOURCES,
    words.SOURCES_NAME,
    [codes.row(code, name, rule=rule, words=said) for code, name, rule, said in words.SOURCE_ROWS],
    extra=(("words", words.SAID_LABEL),),
    editors=EDITORS,
)
