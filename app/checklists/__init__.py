"""Which documents a visit needs: received, missing, expired, waived."""
