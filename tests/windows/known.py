"""What cannot be tried under wine, and which failures there are named: the reason of each."""

FOLDERS_LEFT_OUT = {
    "terminal": "needs a pseudo-terminal, which Windows has in another form",
    "windows": "doubles of Windows for the other systems, and this very run",
}
_SERVER = "starts nats-server, a Go program that wine 8 does not load (ProcessPrng)"
_BY_WORDS = {
    "No module named 'numpy'": "draws or reads pictures with numpy, which wine 8 does not load",
    "No module named 'cv2'": "reads films with OpenCV, which wine 8 does not load",
    "_python_calamine": "reads .xlsb with calamine, whose Rust wine 8 does not load (ProcessPrng)",
    "nb_func_error_except": "reads pictures with zxing-cpp, which fails there without numpy",
    "No module named 'fcntl'": "runs the program in a pseudo-terminal, which Windows has in another form",
    "Chưa cài máy chủ dùng cho nhiều máy": _SERVER,
}
"""Words of a failure that say by themselves that wine is the cause."""
_OPEN = "deletes or replaces the ledger while it is open, which Windows lets nobody do"
_PATH = "a picture with a path in it, which Windows writes otherwise"
_BY_TEST = {
    "test_what_is_met_first_looks_as_it_did[choose-a-list": _PATH,
    "test_the_first_screen_looks_as_it_did": _PATH,
    "test_s_shares_and_shows_the_code_and_x_leaves_after_a_question": _SERVER,
    "test_what_was_shared_is_shared_again_when_the_program_starts": _SERVER,
    "test_errors_of_a_server_that_cannot_start_are_one_sentence": _SERVER,
    "test_what_was_left_over_from_a_crash_is_ended": _SERVER,
    "test_nothing_is_acknowledged_that_is_not_under_its_name": _OPEN,
    "test_what_came_into_the_older_one_meanwhile_stays": _OPEN,
    "test_a_step_that_was_refused_is_not_found_in_the_file_that_was_moved_away": _OPEN,
    "test_while_the_ledger_is_gone_it_knows_what_it_knew": _OPEN,
    "test_an_event_whose_folder_is_gone_is_brought_back": _OPEN,
    "test_no_welcome_stays_behind_a_guest_who_was_not_recorded[ledger gone]": _OPEN,
    "test_where_not_even_the_rescue_can_be_written_paper_is_asked_for": _OPEN,
}
"""Parts of a test's name: why it fails there and would not on Windows."""


def named(test: str, why: str) -> str:
    """Why this failure is wine's and not the program's; empty when it is not known to be."""
    for words, reason in _BY_WORDS.items():
        if words in why:
            return reason
    return next((reason for part, reason in _BY_TEST.items() if part in test), "")
