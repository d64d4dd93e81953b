"""Ask the real server, on this machine alone, what nobody would ask, and see that it stays up and says nothing.

``python -m fuzz.run`` sends requests that a seed draws; ``python -m fuzz.soak`` lets faults come for minutes on end.
Nothing of the product imports this.
"""
