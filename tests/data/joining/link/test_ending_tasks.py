"""A connection's tasks end, also one that lost its cancellation to an answer that came at the same time."""

import asyncio

from data.joining.link.link import end_tasks


def test_a_task_whose_cancellation_meets_the_answer_it_waits_for_ends_all_the_same() -> None:
    async def play() -> None:
        answers: asyncio.Queue[asyncio.Future[None]] = asyncio.Queue()

        async def sends() -> None:
            while True:
                answer = asyncio.get_running_loop().create_future()
                answers.put_nowait(answer)
                await asyncio.wait_for(answer, 60)

        async def never() -> None:
            await asyncio.Event().wait()

        tasks = [asyncio.create_task(sends()), asyncio.create_task(never())]
        answer = await answers.get()
        # As when the answer and the end of the connection are read in one piece.
        answer.set_result(None)
        await asyncio.wait_for(end_tasks(tasks), 30)
        assert all(task.cancelled() for task in tasks)

    asyncio.run(play())
