"""What a file would do, what an import did, and the rows of an export."""
