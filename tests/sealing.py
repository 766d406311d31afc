"""The way back from what is sent of a lesson that asks for each step first."""


def opened(data: bytes) -> bytes:
    """As the player opens it; other data as they are."""
    if data[:1] != b"\0":
        return data
    state, plain = 1, bytearray()
    for byte in data[1:]:
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        plain.append(byte ^ state >> 24)
    return bytes(plain)
