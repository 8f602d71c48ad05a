"""Certificate and token, both made from the secret of the pairing code.

The server's private key is derived from the secret, so whoever has the code knows the public key that the
right server must show, without a certificate's fingerprint of its own in the code: nobody between the two
laptops can show another. Sixty bits behind scrypt are more than can be tried.
"""

import hmac
from datetime import datetime
from functools import lru_cache
from hashlib import scrypt, sha256
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from msgspec import Struct

_SALT = b"le-ra-mat/several/1"
_SEED, _TOKEN = 32, 16
# A laptop whose battery is empty lives in 1970 or 2015: its certificate, and the other's, hold all the same.
_FROM, _UNTIL = datetime(1970, 1, 2), datetime(2199, 1, 1)


class Keys(Struct, frozen=True):
    """What one secret stands for: the seed of the private key, and the token."""

    seed: bytes
    token: str


@lru_cache(maxsize=8)
def keys_of(secret: int) -> Keys:
    """The keys behind a secret. Takes about a tenth of a second, on purpose."""
    made = scrypt(
        secret.to_bytes(8, "big"), salt=_SALT, n=1 << 15, r=8, p=1, maxmem=1 << 26, dklen=_SEED + _TOKEN
    )
    return Keys(made[:_SEED], made[_SEED:].hex())


def private_pem(keys: Keys) -> bytes:
    """The server's private key, as its file holds it."""
    key = Ed25519PrivateKey.from_private_bytes(keys.seed)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def certificate_pem(keys: Keys, names: tuple[str, ...] = ()) -> bytes:
    """A certificate for that key, signed by itself. ``names`` are the hosts (names, addresses) it is for:
    servers compare them, laptops compare the key. The same certificate each time."""
    key = Ed25519PrivateKey.from_private_bytes(keys.seed)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "le-ra-mat")])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(_serial(keys, names))
        .not_valid_before(_FROM)
        .not_valid_after(_UNTIL)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    )
    if names:
        alternatives = x509.SubjectAlternativeName([_general(one) for one in names])
        builder = builder.add_extension(alternatives, critical=False)
    return builder.sign(key, None).public_bytes(Encoding.PEM)


def _serial(keys: Keys, names: tuple[str, ...]) -> int:
    """The same for the same certificate: servers compare it byte by byte with the one they were given."""
    told = sha256(b"\0".join([keys.seed, *(name.encode() for name in names)])).digest()
    return int.from_bytes(told[:8], "big") | 1


def is_of(keys: Keys, certificate: bytes) -> bool:
    """Whether a certificate (DER) that a server showed is for the key that the code stands for."""
    try:
        shown = x509.load_der_x509_certificate(certificate).public_key()
    except ValueError:
        return False
    if not isinstance(shown, Ed25519PublicKey):
        return False
    return hmac.compare_digest(
        _raw(shown), _raw(Ed25519PrivateKey.from_private_bytes(keys.seed).public_key())
    )


def _raw(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)
