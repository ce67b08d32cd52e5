"""``lvzhi backup`` and ``lvzhi restore``: one file that holds an installation, and the way back. See decision 0026."""
