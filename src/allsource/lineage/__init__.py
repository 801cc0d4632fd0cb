"""Where claims came from, and how many roots stand behind them."""
