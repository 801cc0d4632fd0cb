"""The dossier and the checked article, as pages."""
