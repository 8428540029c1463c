"""The versions of one meeting's record: draft and approved minutes, web pages, decision notices.

`accounts` says which papers give one, `changes` what differs from one to the next, `contradictions`
which of that can't be both, and `filling` what a lesser version holds that the best one lacks.
"""
