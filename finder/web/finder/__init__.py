"""The pages on which somebody looks for a place: search, place, agenda."""
