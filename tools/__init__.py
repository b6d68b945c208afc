"""Tools: what makes and checks the data of the project; not a part of what is installed."""
