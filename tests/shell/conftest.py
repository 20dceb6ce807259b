"""The shell is tested without a screen."""

import pytest
from PySide6.QtWidgets import QApplication

from app.kit import theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Every test begins in the light theme at 100 %."""
    theme.apply(qapp)
