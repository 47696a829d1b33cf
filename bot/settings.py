"""Settings from the environment (prefix QINGFENG_) or a .env file. All of them stand here."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseSettings, Field

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Every setting with its default. Without any: SQLite under ``var``, one process, 127.0.0.1:5005."""

    var: Path = Field(default=ROOT / "var", description="数据、模型、缓存都在这个文件夹")
    host: str = Field(default="127.0.0.1", description="监听地址")
    port: int = Field(default=5005, description="监听端口")
    secret: str | None = Field(default=None, description="会话签名密钥；不设则在 var 里生成一个")
    database_url: str | None = Field(default=None, description="PostgreSQL 的地址；不设用 var 里的 SQLite")
    session_hours: int = Field(default=24, description="会话令牌的有效小时数")
    context_minutes: int = Field(default=30, description="隔多少分钟没说话，就不再接着上文")
    longest_message: int = Field(default=500, description="一条消息最多多少字")
    recent_events: int = Field(default=14, description="一轮对话载入的最近事件数（一轮约六个）")
    origins: str = Field(default="", description="可以嵌入挂件的网站，逗号分开；本站总可以")
    questions_per_minute: int = Field(default=20, description="一个会话每分钟最多问几句")
    address_per_minute: int = Field(default=300, description="一个地址每分钟最多几次请求（一个大厅的人可能共用一个）")
    proxies: int = Field(default=0, description="前面有几层反向代理，从 X-Forwarded-For 认出访问者地址")
    guide: Path | None = Field(default=None, description="指南数据文件夹；不设用自带的")
    questions: Path | None = Field(default=None, description="问题文件夹；不设用自带的")
    encoder: str | None = Field(default=None, description="换一个句子编码器：文件夹或名称；不设用随安装带来的")
    actions: Literal["in_process", "remote"] = Field(default="in_process", description="动作在本进程还是另开动作服务器")
    actions_url: str = Field(default="http://127.0.0.1:5055/webhook", description="remote 时动作服务器的地址")
    log_level: str = Field(default="WARNING", description="日志级别；低于 INFO 也不会记录消息原文")

    redis_url: str | None = Field(default=None, description="Redis 的地址；多个进程共用时要设")
    wechat_token: str | None = Field(default=None, description="公众号的令牌（Token）；不设则不接公众号")
    wechat_app_id: str | None = Field(default=None, description="公众号的 AppID")
    wechat_app_secret: str | None = Field(default=None, description="公众号的 AppSecret；客服消息和菜单要用")
    wechat_aes_key: str | None = Field(default=None, description="公众号的 EncodingAESKey；兼容、安全模式要用")
    wechat_aes_key_previous: str | None = Field(default=None, description="更换前的 EncodingAESKey")
    wechat_api_url: str = Field(default="https://api.weixin.qq.com", description="公众平台接口的地址")

    copilot_hours: int = Field(default=10, description="工作人员登录一次管几小时")
    copilot_secure: bool = Field(default=False, description="登录的 cookie 只走 https；由反向代理终止 TLS 时要设")
    login_tries: int = Field(default=5, description="密码错几次就锁定")
    login_minutes: int = Field(default=15, description="在几分钟内错，锁定也是几分钟")
    turn_days: int = Field(default=180, description="各渠道的对话记录（不含是谁）留多少天")

    def database(self) -> str:
        """The database's address: the one that is set, else a SQLite file under ``var``."""
        if self.database_url:
            return self.database_url
        self.var.mkdir(parents=True, exist_ok=True)
        return f"sqlite:///{self.var.resolve() / 'conversations.db'}"

    class Config:
        """pydantic's own settings."""

        env_prefix = "QINGFENG_"
        env_file = ".env"
        frozen = True
