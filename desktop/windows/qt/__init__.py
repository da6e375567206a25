"""All that reaches into pywebview and Qt, a file for each concern."""
