"""What a page may ask of the window, and what a program may."""
