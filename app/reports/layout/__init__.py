"""How a paper is drawn: faces, grid and type scale, measured tables, small charts. Knows no clinic words."""
