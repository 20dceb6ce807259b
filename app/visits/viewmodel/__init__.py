"""The state of the Today board and its panels, without widgets."""
