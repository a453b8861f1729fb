"""Imports: readers of exports, the questions that they leave open, and the timelines that come of them."""
