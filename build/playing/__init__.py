"""Playing at the real window with real keys and clicks: for the demo day without a display, and for the tests' stories."""
