"""Windows: a job that kills its processes when the program that made it is gone."""

import ctypes
import sys
from ctypes import Structure, byref, c_int64, c_size_t, c_uint32, c_void_p, sizeof

_EXTENDED_LIMITS = 9
_KILL_ON_CLOSE = 0x2000


class _Basic(Structure):
    _fields_ = [
        ("per_process_time", c_int64),
        ("per_job_time", c_int64),
        ("flags", c_uint32),
        ("least_working_set", c_size_t),
        ("most_working_set", c_size_t),
        ("most_processes", c_uint32),
        ("affinity", c_size_t),
        ("priority", c_uint32),
        ("scheduling", c_uint32),
    ]


class _Extended(Structure):
    _fields_ = [
        ("basic", _Basic),
        ("counters", c_int64 * 6),
        ("process_memory", c_size_t),
        ("job_memory", c_size_t),
        ("peak_process_memory", c_size_t),
        ("peak_job_memory", c_size_t),
    ]


def job_of(process: int) -> object:
    """A job that holds the process of this handle; keep it as long as the process may live.

    None where Windows refuses: then a server that is left over is ended at the next start.
    """
    if sys.platform != "win32":
        return None
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = c_void_p
    kernel.SetInformationJobObject.argtypes = [c_void_p, ctypes.c_int, c_void_p, c_uint32]
    kernel.AssignProcessToJobObject.argtypes = [c_void_p, c_void_p]
    job = kernel.CreateJobObjectW(None, None)
    limits = _Extended()
    limits.basic.flags = _KILL_ON_CLOSE
    made = job and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, byref(limits), sizeof(limits))
    if not made or not kernel.AssignProcessToJobObject(job, process):
        return None
    return int(job)
