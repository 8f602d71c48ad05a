"""A district's morning with many villages, over the real server.

``python -m tests.bench.district 10 100 1000``: each village is a leaf connection of its own to the district's
server, with TLS, its password and its rights, as a village's laptop makes it; a second server holds them all
(an account each), since a thousand processes do not fit on one machine. What they tell is what
``village_counts`` says of a real event, with the number of households going up at the pace of a morning.
Printed for each number of villages: messages a second, how long until the district acknowledged them, what
its server took of a processor and of memory, and how many messages a second it takes at most. Then the bytes
of an entry, where whole entries are sent, and what a province needs.
"""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Iterator
from json import dumps
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import nats
from msgspec import Struct
from msgspec.json import encode
from msgspec.structs import replace
from nats.aio.client import Client
from nats.js import JetStreamContext

from data.commands.door import door
from data.joining.district.config import District, Village
from data.joining.district.following import followed
from data.joining.district.hub import Hub
from data.joining.link.forms import messages
from data.joining.link.upward import DISTRICT_DOMAIN
from data.joining.reporting.counts import BEAT_SECONDS, CHANGED_SECONDS, VillageCounts, village_counts
from data.joining.reporting.invitation import read_invitation, subject_of
from data.joining.server.program import server_program
from data.session.session import Session
from tests.bench.table import late, memory, processor_seconds
from tests.conftest import found, list_guests, many_households

HOUSEHOLDS, DELEGATES = 100, 38
ARRIVING_SECONDS = 45 * 60
"""In so long the guests of a village come, one after another."""
STEADY_SECONDS = 30.0
BURST = 20
VILLAGES = 2000
"""Of a province of 260 communes."""
LEAF_PORT, OWN_PORT = 17422, 17423


class Measured(Struct, frozen=True):
    """What a number of villages came to. Times in seconds, ``memory`` in MB, ``processor`` a share of one."""

    villages: int
    joining: float
    rate: float
    usual: float
    late: float
    processor: float
    memory: float
    most: float
    heard: int


def measure(parent: Path, villages: int) -> Measured:
    """Play the villages and the district."""
    parent.mkdir()
    names = tuple(Village(id=f"thon-{number:04}", name=f"Thôn {number}") for number in range(villages))
    district = District(name="Huyện Thử", address="127.0.0.1", port=LEAF_PORT, village=names)
    hub = Hub(district, parent / "hub")
    following = followed(hub)
    outposts = _outposts(parent, hub)
    try:
        return asyncio.run(_play(parent, hub, names, following))
    finally:
        outposts.terminate()
        outposts.wait()
        following.end()
        hub.end()


def _outposts(parent: Path, hub: Hub) -> "subprocess.Popen[bytes]":
    """A server with an account and a leaf connection for each village."""
    certificate = parent / "district.pem"
    users, remotes = [], []
    for path in hub.write_invitations():
        one = read_invitation(path)
        certificate.write_text(one.certificate)
        users.append(f"  {one.village}: {{ users: [ {{ user: {dumps(one.village)}, password: x }} ] }}")
        url = f"tls://{one.village}:{one.password}@{one.address}:{one.port}"
        tls = f"tls: {{ ca_file: {dumps(str(certificate))}, timeout: 20 }}"
        remotes.append(f"  {{ url: {dumps(url)}, account: {dumps(one.village)}, {tls} }}")
    text = (
        f'listen: "127.0.0.1:{OWN_PORT}"\nmax_connections: 5000\naccounts {{\n'
        + "\n".join(users)
        + "\n}\nleafnodes { remotes: [\n"
        + "\n".join(remotes)
        + "\n] }\n"
    )
    file = parent / "outposts.conf"
    file.write_text(text)
    return subprocess.Popen([server_program(), "-c", str(file), "-l", str(parent / "outposts.log")])


async def _play(parent: Path, hub: Hub, names: tuple[Village, ...], following: object) -> Measured:
    begun = perf_counter()
    clients = [await _client(village.id) for village in names]
    streams = [client.jetstream(domain=DISTRICT_DOMAIN, timeout=30) for client in clients]
    counts = _counts(parent)
    await asyncio.gather(*[_first(js, names[at].id, counts) for at, js in enumerate(streams)])
    joining = perf_counter() - begun
    worked, times = processor_seconds(hub.server.pid), list[float]()
    begun = perf_counter()
    await asyncio.gather(
        *[_morning(js, names[at].id, counts, at / len(names), times) for at, js in enumerate(streams)]
    )
    took = perf_counter() - begun
    worked = processor_seconds(hub.server.pid) - worked
    begun = perf_counter()
    await asyncio.gather(*[_burst(js, names[at].id, counts) for at, js in enumerate(streams)])
    most = len(names) * BURST / (perf_counter() - begun)
    result = Measured(
        villages=len(names),
        joining=joining,
        rate=len(times) / took,
        usual=median(times),
        late=late(times),
        processor=worked / took,
        memory=memory(hub.server.pid),
        most=most,
        heard=len(following.seen),  # type: ignore[attr-defined]
    )
    for client in clients:
        await client.close()
    return result


async def _client(village: str) -> Client:
    for _try in range(900):
        try:
            return await nats.connect(
                f"nats://127.0.0.1:{OWN_PORT}", user=village, password="x", inbox_prefix=f"_INBOX_{village}"
            )
        except (nats.errors.Error, OSError):
            await asyncio.sleep(0.1)
    raise TimeoutError


def _counts(parent: Path) -> VillageCounts:
    with Session(found(parent / "event")) as session:
        list_guests(session, many_households(session.state.event.number, HOUSEHOLDS))
        return village_counts(session.state, session.now())


async def _first(js: JetStreamContext, village: str, counts: VillageCounts) -> None:
    """Until the leaf is connected nobody answers."""
    for _try in range(600):
        try:
            await js.publish(subject_of(village, "counts"), encode(counts))
            return
        except (nats.errors.Error, TimeoutError):
            await asyncio.sleep(0.5)
    raise TimeoutError(village)


async def _morning(
    js: JetStreamContext, village: str, counts: VillageCounts, share: float, times: list[float]
) -> None:
    """Guests arrive at the pace of a morning; a change is told, and a beat where nothing changes."""
    loop = asyncio.get_running_loop()
    between = ARRIVING_SECONDS / (HOUSEHOLDS + DELEGATES)
    until = loop.time() + STEADY_SECONDS
    arrival, told, came = loop.time() + share * between, loop.time() - share * BEAT_SECONDS, 0
    while (now := loop.time()) < until:
        changed = now >= arrival
        if changed:
            came, arrival = came + 1, arrival + between
        if (changed and now - told >= CHANGED_SECONDS) or now - told >= BEAT_SECONDS:
            told = now
            begun = perf_counter()
            await js.publish(subject_of(village, "counts"), encode(replace(counts, households=came)))
            times.append(perf_counter() - begun)
        await asyncio.sleep(min(until, arrival, told + BEAT_SECONDS) - now + 0.001 if not changed else 0.05)


async def _burst(js: JetStreamContext, village: str, counts: VillageCounts) -> None:
    for came in range(BURST):
        await js.publish(subject_of(village, "counts"), encode(replace(counts, households=came)))


def bytes_of_an_entry(parent: Path) -> float:
    """Bytes of a check-in as it is sent, with its headers, on average."""
    with Session(found(parent / "entries")) as session:
        list_guests(session, many_households(session.state.event.number, HOUSEHOLDS))
        for number in range(1, HOUSEHOLDS + 1):
            door.admit(session, number, "scanner")
        sent = [messages([step])[0] for step in session.state.steps[-HOUSEHOLDS:]]
    sizes = [len(one.payload) + sum(len(k) + len(v) + 4 for k, v in one.headers.items()) + 12 for one in sent]
    return sum(sizes) / len(sizes)


def needed(villages: int) -> float:
    """Messages a second of so many villages at the height of the morning."""
    arrivals = (HOUSEHOLDS + DELEGATES) / ARRIVING_SECONDS
    return villages * max(arrivals, 1 / BEAT_SECONDS)


def _table(rows: list[Measured]) -> Iterator[str]:
    yield (
        f"{'villages':>8} {'all there':>10} {'messages/s':>11} {'answered':>10} {'95 %':>9} "
        f"{'processor':>10} {'memory':>9} {'at most':>12} {'heard':>6}"
    )
    for row in rows:
        yield (
            f"{row.villages:>8} {row.joining:>8.1f} s {row.rate:>11.1f} {row.usual * 1e3:>7.1f} ms "
            f"{row.late * 1e3:>6.1f} ms {row.processor:>10.1%} {row.memory:>6.0f} MB {row.most:>10.0f}/s "
            f"{row.heard:>6}"
        )


def main(numbers: list[int]) -> None:
    """Measure and print."""
    rows = []
    with TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as place:
        for number in numbers:
            rows.append(measure(Path(place) / str(number), number))
            print(*_table(rows[-1:]), sep="\n", flush=True)
            shutil.rmtree(Path(place) / str(number))
        size = bytes_of_an_entry(Path(place))
    print(
        f"an entry on its way: {size:.0f} bytes; "
        f"needed for {VILLAGES} villages: {needed(VILLAGES):.0f} messages/s"
    )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10, 100, 1000])
