"""The kit is tested without a screen."""

import os

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.kit import theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Every test begins in the light theme at 100 %."""
    theme.apply(qapp)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """An empty window with a column to put parts into."""
    made = QWidget()
    QVBoxLayout(made)
    made.resize(1000, 600)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made
