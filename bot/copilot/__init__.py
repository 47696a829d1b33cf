"""The desk of the centre's own people: who may do what, and the pages behind a login."""
