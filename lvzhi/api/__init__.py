"""接口: what another system reads and does in the name of a login, by a token."""
