"""Files for other programs, one module a format: plain values in, bytes out."""
