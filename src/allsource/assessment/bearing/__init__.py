"""What sensors and lists say of claims: bears out, contradicts, or does not bear."""
