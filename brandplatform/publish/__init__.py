"""What comes out of a platform: blocks first, then one writer per format. No window here."""
