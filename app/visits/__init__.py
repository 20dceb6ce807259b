"""The day board: arrive, check in, start, end, check out, and the ways a visit does not happen."""
