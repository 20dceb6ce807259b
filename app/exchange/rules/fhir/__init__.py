"""FHIR: people, plans and insurance cards out of JSON, and our records into it."""

from app.exchange.rules.fhir.reading import FhirCoverage, FhirFile, FhirPatient, looks_like_fhir, read_file
from app.exchange.rules.fhir.standard import check_standard
from app.exchange.rules.fhir.whole import record_bundle

__all__ = ["FhirCoverage", "FhirFile", "FhirPatient", "check_standard", "looks_like_fhir", "read_file", "record_bundle"]
