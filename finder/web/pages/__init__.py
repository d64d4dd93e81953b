"""The pages of the finder, one module each."""
