"""The fill ladder and the entry of somebody who waits."""
