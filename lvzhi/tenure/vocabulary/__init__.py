"""Words of the room: kinds of change, states, sentences, figures."""
