"""Members and handling units judged by facts under dated rule sets, every point explained. See README.md."""
