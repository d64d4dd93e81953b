"""Floor 1: locales, catalogues, direction, the names of languages, and phrases that each locale says its own way."""
