"""Recorded positions of aircraft become legs."""
