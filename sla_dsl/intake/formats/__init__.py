"""The forms of exports, a file each: what is stated in them.  None of these readers decides anything."""
