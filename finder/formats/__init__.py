"""Floor 1: bytes to domain and back. No network, no database."""
