"""What a file is: by its name, by its first bytes, and whether the two agree."""
