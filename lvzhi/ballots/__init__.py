"""ballots: appraisal by secret ballot; who took part is recorded, what anyone chose is not."""
