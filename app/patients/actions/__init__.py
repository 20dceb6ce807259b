"""Use cases of registration: register, change, note, reveal."""
