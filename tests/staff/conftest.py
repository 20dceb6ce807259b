"""A staffed clinic on both engines."""

import pytest

from tests.staff.people import Staff
from tests.support.clinic import Clinic


@pytest.fixture
def staff(clinic: Clinic) -> Staff:
    return Staff(clinic)
