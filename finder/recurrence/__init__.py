"""RFC 5545 rules -> the days on which gatherings are held, on the clock of the Netherlands. No Flask, no files."""
