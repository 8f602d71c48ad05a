"""Which laptop this is: an id that it gives itself once, by which its entries are told from all others'."""

import os
import re
from contextlib import suppress
from socket import gethostname

from data.files.disk import make_folder
from data.session.laptop.own_folder import own_folder

_NAME = "laptop"
_ID = re.compile(r"[0-9a-f]{8}")


def laptop_id() -> str:
    """This laptop's id: 8 hexadecimal digits, drawn once for each user and kept in the user's own folder.

    Not made of anything that the system knows of itself: offices copy whole disks, with their names and
    serial numbers. Where nothing can be kept, it is made of the laptop's name and the folder's, so that it
    is the same the next time.
    """
    path = own_folder() / _NAME
    with suppress(OSError, ValueError):
        kept = path.read_text(encoding="ascii").strip()
        if _ID.fullmatch(kept):
            return kept
        # Half of it was written when the power went.
        path.unlink()
    try:
        make_folder(path.parent, 0o700)
        drawn = os.urandom(4).hex()
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(drawn.encode())
            file.flush()
            os.fsync(file.fileno())
        return drawn
    except FileExistsError:
        # Another program of this user drew one in this moment.
        with suppress(OSError, ValueError):
            kept = path.read_text(encoding="ascii").strip()
            if _ID.fullmatch(kept):
                return kept
    except OSError:
        pass
    from hashlib import sha256

    return sha256(f"{gethostname()}\0{path}".encode()).hexdigest()[:8]
