"""A bundle held against the whole standard (FHIR R4B), where the extra `fhir` is installed.

The library takes a second to load and most clinics never give a bundle out, so it is no part of the program.
"""

from functools import cache
from importlib import import_module
from typing import Any

from app.core.errors import ClinicError
from app.exchange.rules.fhir.writing import Json


@cache
def _bundle_model() -> Any:  # noqa: ANN401 - a class of the library, or None without it
    try:
        return import_module("fhir.resources.R4B.bundle").Bundle
    except ImportError:
        return None


def check_standard(bundle: Json) -> None:
    """Raise ClinicError naming the place of what the standard does not know. Without the extra nothing is looked at."""
    model = _bundle_model()
    if model is None:
        return
    try:
        model.model_validate(bundle)
    except ValueError as problem:  # its words may quote the record; the place does not
        told: list[dict[str, Any]] = getattr(problem, "errors", list)()
        place = ".".join(str(part) for part in told[0]["loc"]) if told else "Bundle"
        raise ClinicError(
            "The file would not be as FHIR wants it, at {place}. Nothing was written.",
            next_step="Give the record as a PDF, and tell IT.",
            place=place,
        ) from None
