"""The checks of what a policy comes to: one file a check, each a function from a study to what it claims."""
