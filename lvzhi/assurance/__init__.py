"""What the protection level asks, each item with its proof; anchors of the journal; hand-overs to an auditor."""
