"""Use cases of the staff room: signing in and out of the way, people, places, a second person, the first run."""
