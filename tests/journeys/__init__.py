"""A person's whole path through the program, with real keys, in a real window where there can be one."""
