"""Pages about several places at once: list, comparison, card, moving house, wiping."""
