"""How much: numbers of one measure side by side, and how they disagree."""
