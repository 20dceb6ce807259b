"""Who wants an earlier or a freed slot, and the fill ladder."""
