"""Questions about patients: search, one record, who looks alike, what is still missing."""
