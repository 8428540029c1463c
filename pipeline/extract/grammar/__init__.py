"""How the papers write: names, dates, sentences, who is to act; what the extractors share."""
