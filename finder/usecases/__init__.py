"""Floor 3: one file per journey, named by its verb."""
