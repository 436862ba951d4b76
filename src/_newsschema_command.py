"""Where the command `newsschema` begins: beside the package, since it must be there before that is imported."""

TYPE_CHECKING = False  # `typing`, and `signal` too, take long enough to be imported for an interruption to fall in
if TYPE_CHECKING:
    import signal
else:
    import _signal as signal  # what it is made of, which is there at once


def main() -> int:
    """Run the command with the arguments of the process.

    Until the command can answer an interruption itself, and once it has ended, one ends the process in silence, as the
    system does with any program. One that the process was started not to hear stays unheard.

    Returns:
        The exit code.
    """
    hears = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if hears:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from newsschema.cli import load

    run = load()
    if hears:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    code = run()
    if hears:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    return code
