"""Taking other systems' data in, and giving ours out."""
