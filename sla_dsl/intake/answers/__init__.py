"""What an export leaves open: the questions, the mapping file with the answers, and asking one of the other."""
