"""A council's ModernGov site as a source of papers, fetched politely by Scrapy."""
