"""The kit is tested without a screen."""

import os

import pytest
from PySide6.QtWidgets import QApplication

from app.kit import theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Every test begins in the light theme at 100 %."""
    theme.apply(qapp)
