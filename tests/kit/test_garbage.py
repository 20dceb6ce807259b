"""Garbage goes on the UI thread, and on no other."""

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from app.kit.garbage import YOUNG, Garbage


class Ring:
    """Holds itself, so that only a collection ends it."""

    def __init__(self) -> None:
        self.me = self


def test_no_other_thread_collects(qtbot: QtBot) -> None:
    keeper = Garbage()
    ring = weakref.ref(Ring())

    def busy() -> None:
        for _ in range(YOUNG * 2):
            Ring()

    thread = threading.Thread(target=busy)
    thread.start()
    thread.join()
    assert ring() is not None
    assert keeper.look() > 0
    gc.collect()
    assert ring() is None
