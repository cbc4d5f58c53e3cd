"""The command ``serve``: a ledger in, the desk open to this machine until somebody closes it."""

import socket
from typing import Annotated

import typer

from reportedly.desk import options
from reportedly.desk.endings import WRONG_CALL, stopping_quietly

HOST, PORT = "127.0.0.1", 8017
HIGHEST = 65_535

HOST_OPTION = typer.Option("--host", metavar="ADDRESS", help="An address of this machine: 127.0.0.1, ::1 or localhost.")
PORT_OPTION = typer.Option("--port", metavar="N", min=0, max=HIGHEST, help="Where to listen; 0 takes a free one.")


def register(app: typer.Typer) -> None:
    """Gives the command line this command."""
    app.command(epilog="Example: reportedly serve --ledger news.sqlite --port 8017")(serve)


def serve(
    *,
    ledger: Annotated[str, options.LEDGER],
    host: Annotated[str, HOST_OPTION] = HOST,
    port: Annotated[int, PORT_OPTION] = PORT,
) -> None:
    """Open the desk: pages to look through a ledger with a browser, and an HTTP API, for this machine alone."""
    from reportedly.desk.web.guard import is_loopback  # noqa: PLC0415 - --help must not load the web
    from reportedly.ledger.open import reading_ledger  # noqa: PLC0415 - likewise

    if not is_loopback(host):
        reason = f"{host!r} can be reached from other machines, and the desk has no log-in; use 127.0.0.1, or a tunnel"
        raise typer.BadParameter(reason, param_hint="--host")
    with reading_ledger(ledger):
        pass
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    with stopping_quietly():
        typer.echo(f"the desk is open at http://{shown}:{listening.getsockname()[1]}/ (Ctrl-C closes it)")
        _run(ledger, listening)


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens; exit status 2 where the port is taken or may not be used."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        typer.echo(f"error: port {port} of {host} cannot be used: {error.strerror}; give another: --port 0", err=True)
        raise typer.Exit(WRONG_CALL) from error


def _run(ledger: str, listening: socket.socket) -> None:
    import uvicorn  # noqa: PLC0415 - --help must not load the web

    from reportedly.desk.web.app import desk  # noqa: PLC0415 - likewise

    config = uvicorn.Config(desk(ledger), log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])
