"""What a person sees of this room: the search in the top bar, the patient pane, the page."""

from app.patients.view.finder import make_search
from app.patients.view.page import PatientsPage
from app.patients.view.pane import PaneSection, PatientPane

__all__ = ["PaneSection", "PatientPane", "PatientsPage", "make_search"]
