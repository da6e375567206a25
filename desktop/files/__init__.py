"""Files in, without being sent: dropped, chosen, opened. Files out: saved by dialogs."""
