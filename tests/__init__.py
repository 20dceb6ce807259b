"""The tests: one folder per room of the program, plus stories, faults and benchmarks."""
