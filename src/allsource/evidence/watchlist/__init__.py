"""Watch lists as their publishers write them, one entry at a time."""
