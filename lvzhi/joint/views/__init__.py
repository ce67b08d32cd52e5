"""Pages of joint topics."""
