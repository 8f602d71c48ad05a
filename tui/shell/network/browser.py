"""The laptop's own browser, to show a page on the projector."""


def show_in_browser(address: str) -> bool:
    """Open ``address`` in the laptop's browser, in a window of its own where it can; whether one took it.

    A browser that writes into the terminal is never begun: the program stands there.
    """
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    if type(browser) is webbrowser.GenericBrowser:
        return False
    try:
        return browser.open(address, new=1)
    except OSError:
        return False
