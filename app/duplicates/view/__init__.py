"""What is seen of two records of one person: the card of the record, and the merge."""

from app.duplicates.view.section import DuplicatesSection

__all__ = ["DuplicatesSection"]
