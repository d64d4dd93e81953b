"""The HTTP API: versioned, documented in docs/api.md."""
