"""JSON and plain data: read by two paths with one meaning, written one way, limited before anything is decoded."""
