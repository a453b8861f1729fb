"""Calendars (RFC 5545): their lines, their events, and when an event happens by the clocks that it names."""
