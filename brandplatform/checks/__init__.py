"""What is said about a platform: one pure function per check, in French and English. No files, no window."""
