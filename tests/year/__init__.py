"""A scripted year of one district, entered by its roles through the forms as served: nothing is asked twice."""
