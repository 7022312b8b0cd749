// The documents pages: what the server can do without this script works without it.
