"""What a person sees of this room: the plans on a patient's record."""

from app.insurance.view.section import InsuranceSection

__all__ = ["InsuranceSection"]
