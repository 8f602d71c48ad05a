"""The certificate of an event's pages: made once for each event, kept in its folder, signed by nobody."""

import os
import ssl
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from data.companion import FOLDER
from data.files.disk import make_folder
from data.files.private import keep_private

CERTIFICATE, KEY = "certificate.pem", "key.pem"
_DAYS = 365
_SPARE = timedelta(days=2)


def tls_context(event: Path, addresses: list[str]) -> ssl.SSLContext:
    """TLS 1.2 or newer with the event's own certificate, which is made where it is missing or has run out.

    ``addresses`` are those that it names. They may change later: a browser asks about a certificate that
    nobody signed once, and again only where it is another one. Raises OSError when the disk refuses.
    """
    folder = event / FOLDER
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if not _is_sound(folder):
        make_folder(folder, 0o700)
        keep_private(folder)
        _make(folder, addresses)
    context.load_cert_chain(folder / CERTIFICATE, folder / KEY)
    return context


def _is_sound(folder: Path) -> bool:
    from cryptography import x509

    try:
        found = x509.load_pem_x509_certificate((folder / CERTIFICATE).read_bytes())
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(folder / CERTIFICATE, folder / KEY)
    except (OSError, ValueError):
        return False
    return found.not_valid_before_utc <= datetime.now(UTC) < found.not_valid_after_utc


def _make(folder: Path, addresses: list[str]) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Lễ Ra Mắt")])
    now = datetime.now(UTC)
    names = [x509.DNSName("localhost"), *(x509.IPAddress(ip_address(one)) for one in addresses)]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        # The phone's clock, or the laptop's, may be a day off.
        .not_valid_before(now - _SPARE)
        .not_valid_after(now + timedelta(days=_DAYS))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([x509.oid.ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    _write(folder / KEY, secret)
    _write(folder / CERTIFICATE, certificate.public_bytes(serialization.Encoding.PEM))


def _write(path: Path, text: bytes) -> None:
    with suppress(FileNotFoundError):
        path.unlink()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(text)
