"""Pure decisions of the staff room: roles, passwords and PINs, waiting after failures, names and numbers of people."""
