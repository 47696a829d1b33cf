"""A network that reads whether a message states a fact: the sentence encoder, taught to tell just that.

``teach`` teaches it, once and for all centres (a quarter of an hour on two cores); ``reader`` reads with it.
"""
