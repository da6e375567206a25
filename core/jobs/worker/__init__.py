"""The job worker: a process that calls functions of a program for its jobs.

It is a program of its own, not one of multiprocessing: an executable starts itself with an option
for it. Nothing of the program runs in it but what its functions need; it must not serve anything.
"""
