"""Whole numbers in Vietnamese words, as minutes and vouchers write them beside the figure.

num2words is right below a thousand, but says "lẻ" for what official papers write "linh", and above a
thousand leaves out the empty hundreds ("một nghìn lẻ năm" for "một nghìn không trăm linh năm").
"""

_SCALES = ("", "nghìn", "triệu")
_BILLION = 10**9


def number_words(number: int) -> str:
    """``number`` in words: 115 is ``một trăm mười lăm``, 1005 ``một nghìn không trăm linh năm``.

    Raises ValueError for a negative number: nothing that is counted here can be one.
    """
    if number < 0:
        raise ValueError(number)
    if number < 1000:
        return _below_thousand(number)
    billions, rest = divmod(number, _BILLION)
    words = [f"{number_words(billions)} tỷ"] if billions else []
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            spoken = _whole_group(group) if words else _below_thousand(group)
            words.append(f"{spoken} {_SCALES[power]}".rstrip())
    return " ".join(words)


def _below_thousand(number: int) -> str:
    # Imported when it is needed: num2words loads every language it knows.
    from num2words import num2words

    return str(num2words(number, lang="vi")).replace("lẻ", "linh")


def _whole_group(group: int) -> str:
    """A group behind a higher one, which is said with all of its three digits."""
    if group >= 100:
        return _below_thousand(group)
    joint = "linh " if group < 10 else ""
    return f"không trăm {joint}{_below_thousand(group)}"
