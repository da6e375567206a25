"""What a page is made of: components and pages. Knows no server and no browser."""
