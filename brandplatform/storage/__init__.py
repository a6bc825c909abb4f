"""How a platform is kept: files, locks and preferences. No window here."""
