"""Who gets in: the guard, sessions, tickets, and the users at the other end of connections."""
