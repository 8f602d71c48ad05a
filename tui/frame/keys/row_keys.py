"""Keys that mark a row and put it earlier or later: the same wherever people put rows in order."""

from textual.binding import Binding, BindingType

EARLIER = "u,U,ctrl+up"
# The third name is đ, which a Vietnamese typing program makes of "dd".
LATER = "d,D,latin_small_letter_d_with_stroke,ctrl+down"

ROW_KEYS: list[BindingType] = [
    Binding("up", "mark(-1)", show=False),
    Binding("down", "mark(1)", show=False),
    Binding(EARLIER, "move(-1)", show=False),
    Binding(LATER, "move(1)", show=False),
]
