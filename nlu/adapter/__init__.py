"""What the pretrained sentence encoder was taught beside what it came with: small factors, merged into it once.

``lessons`` writes down what is taught, ``teach`` does it (on a GPU: minutes), ``taught`` reads what came of it.
"""
