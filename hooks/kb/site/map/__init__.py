"""The map: how questions and topics lead to each other, as pictures."""
