"""From what sources say to a place: candidates, claims, which of them is believed. No Flask, no files."""
