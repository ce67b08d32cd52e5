"""Contact network 联系网络: who keeps in touch with whom, and each contact (R6.16–R6.18)."""
