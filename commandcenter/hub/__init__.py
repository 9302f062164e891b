"""The meeting point served over HTTP."""
