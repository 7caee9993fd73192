"""The rules of performance management: pure functions on plain values.

Nothing here imports Odoo, reads the clock or writes. A missing figure is ``None``, never 0;
percentages are numbers (97.5 means 97.5 %).
"""
