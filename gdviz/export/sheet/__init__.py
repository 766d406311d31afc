"""The parts of a worksheet, a trade each: the sheet and its table, questions, formulas, charts, drawing."""
