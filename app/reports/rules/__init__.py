"""What the papers say: frozen values, counts over them, and sentences made of rules. No SQL, no drawing."""
