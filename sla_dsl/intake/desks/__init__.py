"""Tickets as Jira and Zendesk give them: what belongs to one form of export and does not fit into its file."""
