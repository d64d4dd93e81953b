"""The numpy engine: a search in, a page of hits in order out. No Flask, no files, no words."""
