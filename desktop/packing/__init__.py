"""Executables and packages of programs: `python -m desktop pack`.

It runs when programs are built. A running program must not need it.
"""
