"""Draws docs/images/wechat.png: five conversations as the public account shows them. Needs chromium and Chinese fonts.

Run it from the project's folder: ``.venv/bin/python docs/images/wechat.py``. The answers are the assistant's own.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import tempfile
from html import escape
from pathlib import Path

from PIL import Image

from bot.channels.wechat.desk import Desk
from bot.channels.wechat.message import Message, message
from bot.cli import ready
from bot.store.database import connect
from bot.store.messages import Messages
from knowledge.guide import load

HERE = Path(__file__).parent
PHONES: tuple[tuple[dict[str, str], ...], ...] = (
    ({"MsgType": "event", "Event": "subscribe"}, {"MsgType": "image"}),
    ({"MsgType": "text", "Content": "失业金怎么领"},),
    ({"MsgType": "text", "Content": "养老保险关系转移怎么办"}, {"MsgType": "text", "Content": "1"}),
    ({"MsgType": "location"}, {"MsgType": "text", "Content": "社保卡丢了怎么补办"}),
    ({"MsgType": "text", "Content": "劳动仲裁怎么申请"}, {"MsgType": "text", "Content": "继续"}),
)
STYLE = """
* { box-sizing: border-box; margin: 0 }
body { display: flex; gap: 18px; padding: 18px; background: #d8dbe0; font: 17px/1.5 "Noto Sans CJK SC", sans-serif }
.phone { width: 390px; height: 1130px; background: #ededed; border-radius: 22px; overflow: hidden; position: relative }
header { background: #ededed; border-bottom: 1px solid #d5d5d5; text-align: center; padding: 12px; font-weight: 600 }
.line { display: flex; gap: 8px; padding: 10px 12px 0 }
.line.mine { flex-direction: row-reverse }
.face { flex: none; width: 38px; height: 38px; border-radius: 5px; background: #c8372d; color: #fff; text-align: center;
  line-height: 38px; font-size: 20px }
.mine .face { background: #8aa4bd }
.bubble { background: #fff; border-radius: 5px; padding: 8px 11px; max-width: 296px; white-space: pre-wrap;
  overflow-wrap: anywhere; font-size: 15px; line-height: 1.45 }
.mine .bubble { background: #95ec69 }
.event { text-align: center; color: #999; font-size: 13px; padding-top: 10px }
a { color: #576b95; text-decoration: none }
.phone::after { content: ""; position: absolute; inset: auto 0 0; height: 34px;
  background: linear-gradient(transparent, #ededed) }
"""
SAID = {"image": "〔图片〕", "location": "〔位置〕", "event": "您已关注公众号"}


def sent(fields: dict[str, str], sender: str, label: str) -> Message:
    """A message of that person, who is at that place."""
    return message({"Label": label, "FromUserName": sender, "ToUserName": "gh", "CreateTime": "1", **fields})


def bubble(text: str, mine: bool) -> str:
    """One text with its picture beside it; links stay links."""
    shown = re.sub(r"&lt;a href=.*?&gt;(.*?)&lt;/a&gt;", r"<a>\1</a>", escape(text, quote=False))
    side, face = ("line mine", "我") if mine else ("line", "清")
    return f'<div class="{side}"><div class="face">{face}</div><div class="bubble">{shown}</div></div>'


async def phones() -> str:
    """The page: a conversation a phone."""
    assistant, guide = ready.assistant(keep=False), load()
    place = guide.centre.office_words[3].words[0]
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(assistant.ask, Messages(connect(f"sqlite:///{folder}/x.db")), guide, 30)
        page = ""
        for number, messages in enumerate(PHONES):
            page += '<div class="phone"><header>社保业务问答</header>'
            for fields in messages:
                said = fields.get("Content") or SAID[fields["MsgType"]]
                event = fields["MsgType"] == "event"
                page += f'<div class="event">{said}</div>' if event else bubble(said, mine=True)
                page += bubble(await desk.reply(sent(fields, f"o{number}", place), f"o{number}"), mine=False)
            page += "</div>"
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><body>{page}"


def main() -> None:
    """Draws and shrinks the picture."""
    page = asyncio.run(phones())
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "x.html").write_text(page, "utf-8")
        flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync --hide-scrollbars"
        size, picture = "--window-size=2058,1166", HERE / "wechat.png"
        subprocess.run(  # noqa: S603 - the browser on the page just written
            [
                *("/usr/bin/chromium", *flags.split(), f"--user-data-dir={folder}/profile", size),
                *(f"--screenshot={picture}", f"file://{folder}/x.html"),
            ],
            check=True,
            capture_output=True,
        )
    Image.open(picture).convert("P", palette=Image.Palette.ADAPTIVE, colors=48).save(picture, optimize=True)


if __name__ == "__main__":
    main()
