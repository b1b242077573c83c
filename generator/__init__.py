"""Policy records in YAML to a site: load, check, resolve, view, render."""
