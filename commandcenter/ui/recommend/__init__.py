"""The recommendation panel: who should go, why, and why not the others."""
