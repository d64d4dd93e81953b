"""What other programs read; each interface in a room of its own."""
