"""Floor 4: one file per journey, named by its verb."""
