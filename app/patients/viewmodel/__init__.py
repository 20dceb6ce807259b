"""The state of the screens of this room: a search, an open record, a registration."""

from app.patients.viewmodel.finder import Finder, ResultLine
from app.patients.viewmodel.record import RecordModel
from app.patients.viewmodel.registration import RegistrationModel

__all__ = ["Finder", "RecordModel", "RegistrationModel", "ResultLine"]
