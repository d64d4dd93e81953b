"""Floor 0: what a place is, what somebody looks for, and how the two meet. No files, no network."""
