"""What only programs written for JustPy need; nothing of the engine imports it."""
