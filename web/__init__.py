"""Web: what a person sees in a browser, and the command that serves it."""
