"""A network that reads whether a message states a fact: the sentence encoder, taught to tell just that.

``teach`` teaches it, once and for all centres (half an hour on two cores); ``reader`` reads with it.
"""
