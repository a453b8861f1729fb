"""Service level agreements as policy files."""
