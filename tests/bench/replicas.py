"""A class on three replicas behind nginx, of which one is killed, and then the next.

    python -m tests.bench.replicas [--students 150]

Each student changes the learning rate every second and comes back, as a browser does, with what the address
says. The bar: everybody is back within 3 s, at the same state.
"""

import argparse
import asyncio
import statistics

from tests.replicas import lesson_with_deaths, replicas

BAR = 3.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--students", type=int, default=150)
    parser.add_argument("--seconds", type=float, default=40, help="within which they come, and then stay")
    given = parser.parse_args()
    with replicas(3) as (url, servers):
        class_ = asyncio.run(lesson_with_deaths(url, servers, given.students, given.seconds))
    away = [seconds for one in class_ for seconds in one.away]
    lost = [text for one in class_ for text in one.lost]
    print(f"{given.students} students, {len(away)} times a server was gone")
    print(f"back after: p50 {statistics.median(away):.2f} s, at most {max(away):.2f} s")
    print(f"at another state: {len(lost)}", *lost[:3], sep="\n  ")
    print("the bar holds" if max(away) <= BAR and not lost else f"the bar of {BAR} s does NOT hold")


if __name__ == "__main__":
    main()
