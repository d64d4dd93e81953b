"""What others know today, asked over the network when an operator says so, and written as import files.

Nothing here is called by a page. What is fetched goes the way of every other import: nothing is published by it.
"""
