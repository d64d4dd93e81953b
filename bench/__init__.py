"""Measures the search against what most people would write; `make bench` runs it."""
