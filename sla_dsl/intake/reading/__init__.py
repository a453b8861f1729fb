"""From a file to single records with all that is wrong in them: JSON, YAML, and the times that programs write."""
