"""Small pictures of files, drawn by a process of their own and kept in a cache folder."""
