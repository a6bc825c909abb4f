"""What comes back, or comes from elsewhere. No window here."""
