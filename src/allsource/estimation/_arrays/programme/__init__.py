"""The arrays behind a programme estimate: prior, predictors, likelihood, nested Laplace."""
