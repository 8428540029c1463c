"""Reports that an officer takes to a meeting: from the archive to one HTML, Excel or text file."""
