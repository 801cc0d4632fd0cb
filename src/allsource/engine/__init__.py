"""Runs a pure step over many inputs, in process or in a process pool."""
