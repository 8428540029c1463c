"""Which body met when, and which papers tell of it.

`sightings` reads what papers print of that, `dating` and `addresses` what stands elsewhere,
`matching` says which names are one body, and `calendar` makes meetings of it. `arrivals` is the
order in which papers came.
"""
