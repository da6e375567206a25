"""Executables and packages of programs: `python -m desktop pack`."""
