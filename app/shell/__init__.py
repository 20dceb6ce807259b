"""Main window, navigation, sign-in, lock, command palette, status bar."""
