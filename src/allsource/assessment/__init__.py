"""Findings as sentences that their evidence entails."""
