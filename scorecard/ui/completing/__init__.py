"""#tags and @names that complete themselves wherever one writes."""
