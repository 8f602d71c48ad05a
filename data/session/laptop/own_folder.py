"""The folder in which the program keeps what belongs to this laptop's user and to no event."""

import os
from pathlib import Path

DATA_VARIABLE = "LE_RA_MAT_DATA"
_NAME = "le-ra-mat"


def own_folder() -> Path:
    """``$LE_RA_MAT_DATA``, else the user's data folder (platformdirs). It may not be there yet."""
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)
