"""`dateline shell`: completion for bash and zsh, and the manual page, made from what ``--help`` is made of."""

import argparse
import re
from collections.abc import Iterator

from dateline import cli
from dateline.version import __version__

_COMPLETION = """_dateline() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} command= word words=
    for word in "${{COMP_WORDS[@]:1:$((COMP_CWORD - 1))}}"; do
        case $word in {commands}) command=$word; break;; esac
    done
    case "$command $previous" in
{choices}
    esac
    if [ -z "$words" ]; then
        case "$command $current" in
{options}
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -o bashdefault -F _dateline dateline
"""
_ZSH = "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `shell`."""
    what = "bash or zsh: its completion, to be sourced; man: the manual page"
    parser.add_argument("what", choices=("bash", "zsh", "man"), help=what)


def run(arguments: argparse.Namespace) -> int:
    """Print it."""
    if arguments.what == "man":
        print(manual(), end="")
    else:
        print((_ZSH if arguments.what == "zsh" else "") + completion(), end="")
    return 0


def completion() -> str:
    """A script for bash, which zsh understands with its bashcompinit; what it says nothing of is left to files."""
    everywhere = sorted(cli.EVERYWHERE | {"-h", "--help"})
    choices, options = [], []
    for name in cli.COMMANDS:
        plain: list[str] = []
        flags: list[str] = []
        for action in _actions(name):
            words = " ".join(map(str, action.choices or ()))
            if not action.option_strings:
                plain.append(words)
            elif words:
                choices.append((" | ".join(f'"{name} {flag}"' for flag in action.option_strings), words))
            flags += action.option_strings
        options += [(f'"{name} -"*', " ".join(flags)), (f'"{name} "*', " ".join(filter(None, plain)))]
    options += [('" -"*', " ".join(everywhere)), ('" "*', " ".join(cli.COMMANDS))]
    return _COMPLETION.format(
        commands="|".join(cli.COMMANDS),
        choices="\n".join(f'        {pattern}) words="{words}";;' for pattern, words in choices),
        options="\n".join(f'            {pattern}) words="{words}";;' for pattern, words in options),
    )


def manual() -> str:
    """The manual page, for man."""
    lines = [
        f'.TH DATELINE 1 "" "Dateline {__version__}" "User Commands"',
        ".ad l",
        ".SH NAME",
        r"dateline \- see what happened when, across one news article or four hundred",
        ".SH SYNOPSIS",
        r".B dateline",
        r"[\fIFILE\fR ...]",
        ".br",
        r".B dateline",
        r"\fICOMMAND\fR [\fIOPTIONS\fR]",
        ".SH DESCRIPTION",
        "Dateline finds in news articles what happened, when and how surely, and makes timelines of it.",
        "Without a command it opens its window on the files. Nothing that it reads leaves the computer.",
        ".SH EXIT STATUS",
        "0 when all is well, 1 when some input failed, 2 when it was asked wrongly.",
        ".SH OPTIONS OF EVERY COMMAND",
        *(line for action in _actions("demo") if _everywhere(action) for line in _item(action)),
        ".SH COMMANDS",
    ]
    for name, (_, what) in cli.COMMANDS.items():
        lines += [f".SS dateline {name}", _roff(f"{what[0].upper()}{what[1:]}.")]
        lines += [line for action in _actions(name) if not _everywhere(action) for line in _item(action)]
    return "\n".join(lines) + "\n"


def _actions(name: str) -> Iterator[argparse.Action]:
    """What a command can be given, its help left out."""
    parser = cli.parser_of(name)
    yield from (action for action in parser._actions if not isinstance(action, argparse._HelpAction))


def _everywhere(action: argparse.Action) -> bool:
    return bool(cli.EVERYWHERE.intersection(action.option_strings))


def _item(action: argparse.Action) -> list[str]:
    """An option or an argument as an item of a list."""
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else action.dest.upper())
    if isinstance(value, tuple):
        value = " ".join(value)
    names = ", ".join(rf"\fB{_roff(flag)}\fR" for flag in action.option_strings)
    taken = "" if action.nargs == 0 else rf"\fI{_roff(value)}\fR"
    return [".TP", " ".join(part for part in (names, taken) if part), _roff((action.help or "").replace("%%", "%"))]


def _roff(text: str) -> str:
    return re.sub(r"^([.'])", r"\\&\1", text.replace("\\", r"\e").replace("-", r"\-"))
