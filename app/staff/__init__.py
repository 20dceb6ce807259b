"""Users, roles, sign-in, locations, practitioners."""
