"""``python -m tui.offline_kit FOLDER``: everything for a laptop without network, to copy to a USB stick.

It is run from the project's own folder, on a computer with network. The folder then holds wheels for
Windows and for this computer, and ``cai-dat.bat`` (``cai-dat.sh``) that installs them.
"""
