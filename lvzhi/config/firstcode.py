"""The code of an empty installation, said at the server."""

from __future__ import annotations

from lvzhi.config.vocabulary import INIT_CODE


def say() -> None:
    """Print the code; who reads it stands at the server."""
    from lvzhi.opening import store

    print(INIT_CODE.format(code=store.code()), flush=True)


def say_while_empty() -> None:
    """Print it as long as nothing stands."""
    from lvzhi.opening.queries import is_first_run

    if is_first_run():
        say()
