"""Business that comes back from meeting to meeting.

`mentions` finds where papers speak of it, `likeness` says how alike two mentions are, `folding`
links them in order of arrival, and `rows` makes rows of it with `labels` and `states`.
"""
