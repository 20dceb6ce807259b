"""Other systems' data in and out."""
