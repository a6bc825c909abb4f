"""What a platform is: values, pure edits, differences. No files and no window here."""
