"""An application on a socket: uvicorn, its limits for strangers, and the processes below it."""
