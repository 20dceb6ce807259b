"""The state of the waitlist's panels."""
