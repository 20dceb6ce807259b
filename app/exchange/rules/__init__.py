"""Pure decisions about other systems' data: columns, dates, names, statuses. No files, no SQL, no clock."""
