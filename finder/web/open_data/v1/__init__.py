"""/api/v1: documented in docs/api.md."""
