"""The command line: a small grammar (pure) and the field that shows what Enter will do (Qt)."""
