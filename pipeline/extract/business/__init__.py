"""The items of an agenda, and the reports that go with them."""
