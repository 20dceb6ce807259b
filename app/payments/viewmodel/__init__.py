"""The state of this room's screens."""

from app.payments.viewmodel.money import MoneyModel, ReceiptLine, receipt_line

__all__ = ["MoneyModel", "ReceiptLine", "receipt_line"]
