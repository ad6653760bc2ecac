"""The parts of pytest_palpate; import from there.

Where `__tracebackhide__` stands, pytest leaves the module out of what it shows: nobody has to read how this is made to
find what is wrong with a test.
"""
