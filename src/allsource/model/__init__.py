"""The product's nouns: frozen, slotted dataclasses without I/O."""
