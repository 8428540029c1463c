"""What a paper says of its meeting: body, title, day, times and place."""
