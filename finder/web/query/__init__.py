"""The only reader of the forms that a visitor sends: each becomes a value of its own, or a clear refusal.

Pure functions of what came in the body (and of the clock): nothing is looked up here.
"""
