"""The state of the screens of this room: a search, an open record, a registration."""
