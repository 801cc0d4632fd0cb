"""The learned tagger: which words are a source, a cue, a content, and which belong together?

``pieces`` cuts a text into what the network reads, ``network`` runs it, ``decode`` turns its scores
into attributions. ``training/attribution`` makes the weights; ``weights/MODEL_CARD.md`` says what
they learned from.
"""
