"""The reports' screens are tested without a display."""

import pytest
from PySide6.QtWidgets import QApplication

from app.kit import theme


@pytest.fixture
def light(qapp: QApplication) -> None:
    """The light theme at 100 %."""
    theme.apply(qapp)
