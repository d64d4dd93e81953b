"""Floor 1: from a text or an address to a point. The offline gazetteer first, PDOK Locatieserver behind it.

What somebody typed is never logged here, and no error text repeats it.
"""
