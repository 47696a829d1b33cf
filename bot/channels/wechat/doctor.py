"""What is wrong with the connection, said so that an operator can put it right. Each check gives one finding."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import sqlalchemy as sa

from bot.channels.wechat.build import board
from bot.channels.wechat.platform import Platform, PlatformError
from bot.channels.wechat.receiver import Keys
from bot.channels.wechat.verify import signature
from bot.settings import Settings
from bot.store.database import connect

SKEW_SECONDS = 60
_REMEDIES = {
    40013: "QINGFENG_WECHAT_APP_ID 不对",
    40125: "QINGFENG_WECHAT_APP_SECRET 不对，或在平台上重置过",
    40164: "本机的出口 IP 不在平台的 IP 白名单里，请在“基本配置”里加上",
    40243: "AppSecret 被冻结，请在平台上解冻",
}


@dataclass(frozen=True)
class Finding:
    """One thing looked at; ``remedy`` is empty where it is well."""

    name: str
    found: str
    remedy: str = ""


async def examine(settings: Settings, address: str) -> AsyncIterator[Finding]:
    """All findings, one after the other. ``address`` is where the webhook is looked for."""
    yield _token(settings)
    yield _keys(settings)
    yield _shared_secret(settings)
    yield _database(settings)
    yield await _board(settings)
    yield await _clock(settings)
    yield await _platform(settings)
    yield await _webhook(settings, address)


def _token(settings: Settings) -> Finding:
    if not settings.wechat_token:
        return Finding("令牌", "没有设", "设 QINGFENG_WECHAT_TOKEN，和平台“服务器配置”里的 Token 一致")
    if not re.fullmatch(r"[A-Za-z0-9]{3,32}", settings.wechat_token):
        return Finding("令牌", "平台不收这样的令牌", "用 3 到 32 个字母或数字")
    return Finding("令牌", "已设")


def _keys(settings: Settings) -> Finding:
    try:
        keys = Keys.of(settings)
    except ValueError as error:
        problem, _, remedy = str(error).partition("；")
        return Finding("加密密钥", problem, remedy)
    return Finding("加密密钥", f"{len(keys.aes)} 个" if keys.aes else "没有设，只能用明文模式")


def _shared_secret(settings: Settings) -> Finding:
    if (settings.redis_url or settings.database_url) and not settings.secret:
        return Finding("签名密钥", "没有设", "多台机器要用同一个 QINGFENG_SECRET，否则同一个人在两边对不上")
    return Finding("签名密钥", "已设" if settings.secret else "用 var 里的")


def _database(settings: Settings) -> Finding:
    try:
        with connect(settings.database()).connect() as connection:
            connection.execute(sa.select(1))
    except Exception as error:
        return Finding("数据库", f"连不上（{type(error).__name__}）", "检查 QINGFENG_DATABASE_URL 和数据库是否在运行")
    return Finding("数据库", "PostgreSQL" if settings.database_url else "var 里的 SQLite，只能开一个进程")


async def _board(settings: Settings) -> Finding:
    if not settings.redis_url:
        return Finding("Redis", "没有设，只能开一个进程")
    shared = board(settings)
    try:
        await shared.get("check")
    except Exception as error:
        return Finding("Redis", f"连不上（{type(error).__name__}）", "检查 QINGFENG_REDIS_URL 和 Redis 是否在运行")
    finally:
        await shared.close()
    return Finding("Redis", "连得上")


async def _clock(settings: Settings) -> Finding:
    """The platform's own clock, from the Date of its reply: a request older than five minutes is refused."""
    try:
        async with httpx.AsyncClient(timeout=10) as http:
            reply = await http.get(settings.wechat_api_url)
        skew = time.time() - parsedate_to_datetime(reply.headers["date"]).timestamp()
    except (httpx.HTTPError, KeyError, ValueError) as error:
        return Finding("时钟", f"对不了（{type(error).__name__}）", "检查本机能否访问 QINGFENG_WECHAT_API_URL")
    if abs(skew) > SKEW_SECONDS:
        return Finding("时钟", f"与平台差 {abs(skew):.0f} 秒", "用 chrony 或 timedatectl 校准本机时间")
    return Finding("时钟", f"与平台差 {abs(skew):.0f} 秒")


async def _platform(settings: Settings) -> Finding:
    if not (settings.wechat_app_id and settings.wechat_app_secret):
        return Finding("平台接口", "没有设 AppID 和 AppSecret：超时的答复等市民再说话时给，菜单要手工设")
    shared = board(settings.copy(update={"redis_url": None}))
    platform = Platform(settings, shared)
    try:
        await platform.token()
    except PlatformError as error:
        return Finding("平台接口", str(error), _REMEDIES.get(error.code, "按错误码查公众平台的文档"))
    except httpx.HTTPError as error:
        return Finding("平台接口", f"连不上（{type(error).__name__}）", "检查网络和 QINGFENG_WECHAT_API_URL")
    finally:
        await platform.close()
    return Finding("平台接口", "拿得到 access_token")


async def _webhook(settings: Settings, address: str) -> Finding:
    """Asks the address as the platform does when it is entered there."""
    stamp, nonce, echo = str(int(time.time())), "check", "qingfeng"
    query: dict[str, Any] = {"timestamp": stamp, "nonce": nonce, "echostr": echo}
    query["signature"] = signature(settings.wechat_token or "", stamp, nonce)
    try:
        async with httpx.AsyncClient(timeout=5) as http:
            reply = await http.get(address, params=query)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Finding("接收地址", f"{address} 连不上（{type(error).__name__}）", "先 make run，再看反向代理和防火墙")
    if reply.status_code == 200 and reply.text == echo:
        return Finding("接收地址", f"{address} 回应正确")
    remedy = "服务器上的令牌和这里的不同，重启服务再试" if reply.status_code == 403 else "检查反向代理转到哪里"
    return Finding("接收地址", f"{address} 回应 {reply.status_code}", remedy)
