"""JSON and plain data: two paths to read them, one to write them, and limits that apply before decoding."""
