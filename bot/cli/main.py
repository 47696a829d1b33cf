"""``qingfeng``: what to type. Every failure is one sentence with a remedy, exit status 2."""

from __future__ import annotations

import sys

import click

from bot.cli import ask, batch, chat, db, evaluate, guide, questions, review, rules, serve, train, user, wechat
from knowledge.errors import GuideError


@click.group(help="清风：社保业务问答助手，逐字依据官方办事指南。", no_args_is_help=True)
@click.version_option(package_name="qingfeng", message="qingfeng %(version)s")
def cli() -> None:
    """The group of commands."""


for command in (
    *(ask.ask, batch.batch, chat.chat, db.db, evaluate.evaluate),
    *(guide.guide, questions.questions, review.review, rules.rules, serve.serve, train.train, user.user, wechat.wechat),
):
    cli.add_command(command)


def main() -> None:
    """The console script."""
    try:
        cli(standalone_mode=False)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(2)
    except click.ClickException as error:
        _fail(f"{error.format_message()}；用法见 qingfeng --help")
    except click.Abort:
        sys.exit(130)
    except (GuideError, OSError, ValueError, RuntimeError) as error:
        _fail(str(error))


def _fail(sentence: str) -> None:
    click.echo(f"qingfeng: {sentence}", err=True)
    sys.exit(2)
