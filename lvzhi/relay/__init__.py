"""Packages between installations and over an air gap. See README.md."""
