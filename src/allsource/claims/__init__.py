"""Text becomes attributed claims."""
