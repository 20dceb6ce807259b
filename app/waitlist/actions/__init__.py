"""What can be done with who waits, and with a hole."""

from app.waitlist.actions.entries import (
    AddToWaitlist,
    BringBack,
    EntryKey,
    UpdateWaitlistEntry,
    Withdraw,
    add_to_waitlist,
    bring_back,
    update_waitlist_entry,
    withdraw,
)
from app.waitlist.actions.filling import (
    Filled,
    FillSlot,
    Former,
    LogTry,
    TakeFillBack,
    TryKey,
    fill_slot,
    log_try,
    take_fill_back,
)

__all__ = [
    "AddToWaitlist",
    "BringBack",
    "EntryKey",
    "FillSlot",
    "Filled",
    "Former",
    "LogTry",
    "TakeFillBack",
    "TryKey",
    "UpdateWaitlistEntry",
    "Withdraw",
    "add_to_waitlist",
    "bring_back",
    "fill_slot",
    "log_try",
    "take_fill_back",
    "update_waitlist_entry",
    "withdraw",
]
