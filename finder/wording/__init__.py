"""Facts and hits put into phrases, for every page, card and command alike. No Flask."""
