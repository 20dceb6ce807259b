"""The state of this room's screens, and files on their way in and onto the screen."""

from app.documents.viewmodel.files import shown_as
from app.documents.viewmodel.papers import DocumentsModel, PaperLine, paper_line

__all__ = ["DocumentsModel", "PaperLine", "paper_line", "shown_as"]
