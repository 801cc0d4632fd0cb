"""The mathematics of estimation on plain arrays: numpy alone, nothing of the model."""
