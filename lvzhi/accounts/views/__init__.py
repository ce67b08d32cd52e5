"""HTTP of the room: door (login, logout), own (one's own account), manage (the administrator's pages)."""
