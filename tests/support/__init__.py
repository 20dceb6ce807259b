"""What several tests need: throw-away databases and servers."""
