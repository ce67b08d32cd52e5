"""The public site: what committees have published, for anybody."""
