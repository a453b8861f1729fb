"""From what an export states, and the answers about it, to the records of a timeline, each of them counted."""
