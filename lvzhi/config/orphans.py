"""A process of the server whose parent was killed leaves too: nobody would replace it or stop it any more."""

from __future__ import annotations

import os
import threading
import time

PARENT = "LVZHI_PARENT"
LOOK = 0.5  # seconds


def watch() -> None:
    """Begin to look, where `lvzhi serve` started this process."""
    parent = os.environ.get(PARENT)
    if parent and parent.isdecimal() and os.getppid() == int(parent):
        threading.Thread(target=_look, args=(int(parent),), daemon=True).start()


def _look(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK)
    os._exit(1)
