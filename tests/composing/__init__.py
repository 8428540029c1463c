"""Minutes composed of forms, one for each part, with gold that follows from how they were made.

Real minutes are new combinations of forms that are known one by one: a list of people set in one of
a dozen ways, items numbered in another dozen. Here every form is a small function, `compose` picks
one for each part by a seed, and the gold is what it put in.
"""
