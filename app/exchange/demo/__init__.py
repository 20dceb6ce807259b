"""The demo clinic: invented people, one morning in full swing, made through the same actions that the desk uses."""
