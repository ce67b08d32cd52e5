"""What is asked on the pages and by the steps of publications."""
