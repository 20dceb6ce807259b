"""What can be done about payers, plans and authorizations."""

from app.insurance.actions.authorizations import (
    AddAuthorization,
    AuthorizationKey,
    EndAuthorization,
    UpdateAuthorization,
    add_authorization,
    end_authorization,
    update_authorization,
)
from app.insurance.actions.plans import (
    AddCoverage,
    AddPayer,
    CoverageKey,
    EndCoverage,
    PayerKey,
    UpdateCoverage,
    UpdatePayer,
    add_coverage,
    add_payer,
    end_coverage,
    update_coverage,
    update_payer,
)

__all__ = [
    "AddAuthorization",
    "AddCoverage",
    "AddPayer",
    "AuthorizationKey",
    "CoverageKey",
    "EndAuthorization",
    "EndCoverage",
    "PayerKey",
    "UpdateAuthorization",
    "UpdateCoverage",
    "UpdatePayer",
    "add_authorization",
    "add_coverage",
    "add_payer",
    "end_authorization",
    "end_coverage",
    "update_authorization",
    "update_coverage",
    "update_payer",
]
